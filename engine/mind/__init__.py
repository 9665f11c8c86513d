"""Learned models; torch is loaded only below engine.mind.network, and only by workers."""
