"""One file for each kind of desktop, all behind the protocol in engine.tracking.probe."""
