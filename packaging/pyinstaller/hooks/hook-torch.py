"""torch without its compiler, tests and headers: what its own modules import, and the libraries it looks for itself."""

from pathlib import Path

from PyInstaller.utils.hooks import collect_dynamic_libs, get_package_paths

warn_on_missing_hiddenimports = False
# torch looks for its libraries beside the one that was loaded first, which a link would name wrongly.
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
binaries = collect_dynamic_libs("torch", search_patterns=["libtorch_global_deps.*", "*.dll"])
base = get_package_paths("torch")[1]
binaries += [(f"{base}/bin/torch_shm_manager*", "torch/bin")]
# Modules of settings read their own source for the remarks in it.
datas = [
    (str(file), f"torch/{file.parent.relative_to(base).as_posix()}")
    for file in Path(base).rglob("*config.py")
    if "install_config_module(" in file.read_text(encoding="utf-8") and file.name != "_config_module.py"
]
