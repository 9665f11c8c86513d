"""What a file is read as, told by its name alone; its reader looks at the content and may know better."""

from __future__ import annotations

from engine.domain.documents import DocumentKind

_SUFFIXES = {
    DocumentKind.PDF: "pdf",
    DocumentKind.DOCX: "docx docm dotx",
    DocumentKind.PPTX: "pptx pptm ppsx potx",
    DocumentKind.XLSX: "xlsx xlsm xltx",
    DocumentKind.ODT: "odt ott ods odp",
    DocumentKind.HTML: "html htm xhtml",
    DocumentKind.MARKDOWN: "md markdown mdown mkd mdx",
    DocumentKind.RST: "rst rest",
    DocumentKind.TEXT: "txt text log tex bib org adoc asciidoc csv tsv",
    DocumentKind.CODE: (
        "py pyi pyw js mjs cjs jsx ts tsx c h cc cpp cxx hpp hh hxx java kt kts go rs rb php pl pm swift scala sh bash"
        " zsh fish ps1 bat cmd lua r jl m mm cs fs fsx vb dart ex exs erl hrl hs lhs ml mli clj cljs lisp el scm sql"
        " css scss less vue svelte toml yaml yml ini cfg conf json jsonl xml cmake gradle groovy proto graphql tf nix"
        " asm s v sv vhd vhdl pas f90 f95 for nim zig"
    ),
    DocumentKind.EMAIL: "eml",
    DocumentKind.MBOX: "mbox mbx",
    DocumentKind.EPUB: "epub",
    DocumentKind.NOTEBOOK: "ipynb",
    DocumentKind.SUBTITLES: "srt vtt ass ssa sbv",
    DocumentKind.FEED: "opml rss atom",
}
_NAMES = {
    DocumentKind.TEXT: "readme license licence copying authors changelog changes news notice todo install",
    DocumentKind.CODE: "makefile dockerfile rakefile gemfile vagrantfile jenkinsfile cmakelists.txt",
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_BY_NAME = {name: kind for kind, names in _NAMES.items() for name in names.split()}


def kind_of(name: str) -> DocumentKind | None:
    """Return what a file of this name is read as, None for what is no document; capital letters do not matter."""
    lower = name.lower()
    known = _BY_NAME.get(lower)
    if known is not None:
        return known
    stem, dot, suffix = lower.rpartition(".")
    return _BY_SUFFIX.get(suffix) if dot and stem else None
