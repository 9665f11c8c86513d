"""torch without its compiler, tests and headers: what its own modules import, and the libraries it looks for itself."""

from PyInstaller.utils.hooks import collect_dynamic_libs, get_package_paths

warn_on_missing_hiddenimports = False
# torch looks for its libraries beside the one that was loaded first, which a link would name wrongly.
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
binaries = collect_dynamic_libs("torch", search_patterns=["libtorch_global_deps.*", "*.dll"])
base = get_package_paths("torch")[1]
binaries += [(f"{base}/bin/torch_shm_manager*", "torch/bin")]
