"""Stands in the package where Pillow would: ReportLab asks for it as it begins, and needs it for pictures alone."""  # noqa: N999  (Pillow's name)
