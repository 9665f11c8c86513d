"""The language models of this computer, looked at before one is chosen."""

from __future__ import annotations


class Models:
    """Looks at folders of sentence encoders."""

    def check(self, folder: str) -> None:
        """Raise EncoderError where the folder holds no sentence encoder that can be used, saying why.

        Reads everything but the weights, which takes a second for one of many languages; loads no torch.
        """
        from engine.mind.encoder import find_encoder  # noqa: PLC0415  (its tokenizers are of no use at the start)

        encoder = find_encoder(folder)
        if encoder is not None:
            encoder.check()
