"""The look of a report's page: light and dark by the reader's system, and nothing from anywhere else."""

from __future__ import annotations

STYLE = """
:root{color-scheme:light dark;--bg:#F6F7F9;--surface:#FFF;--line:#DFE3E8;--text:#1B1F24;--muted:#59636E;
--accent:#1F5FBF;--none:#7A828A;--c0:#1F5FBF;--c1:#0B7A62;--c2:#B86E00;--c3:#8E4A9E;--c4:#2E9BD6;--c5:#C9302C}
@media (prefers-color-scheme:dark){:root{--bg:#15171B;--surface:#1E2126;--line:#30353C;--text:#E7EAEE;
--muted:#9DA7B3;--accent:#5B9BF5;--none:#8A929A;--c0:#5B9BF5;--c1:#2FBF9B;--c2:#F2B134;--c3:#D08BE0;--c4:#8FD3FF;
--c5:#FF7A66}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:14px/1.5 system-ui,"Segoe UI","PingFang SC",
"Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}
main{max-width:960px;margin:0 auto;padding:28px 16px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:16px;margin:0 0 12px}
p{margin:0 0 16px;color:var(--muted)}
section{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:16px;margin:0 0 16px;
overflow-x:auto}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:12px;margin:0}
dt{font-size:12px;color:var(--muted)}dd{margin:0;font-weight:600}
table{border-collapse:collapse;width:100%}
th{font-size:12px;font-weight:400;color:var(--muted);text-align:left}
td,th{padding:5px 8px 5px 0;min-width:64px;border-bottom:1px solid var(--line);vertical-align:top;
overflow-wrap:anywhere}
tfoot td{font-weight:600;border-bottom:0}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal;font-variant-numeric:tabular-nums}
.b{width:130px}.w{width:36%}
svg{display:block;width:100%;height:auto}svg.bar{width:122px;height:10px;margin-top:6px}
svg text{fill:var(--muted);font-size:11px}
.c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}
.c{fill:var(--accent)}.o{fill:var(--none)}.g{stroke:var(--line)}
ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0 0;padding:0;font-size:12px}
li svg{display:inline-block;width:10px;height:10px;margin-right:6px}
@media (max-width:640px){.b{display:none}td:first-child{min-width:110px}}
@media print{body{background:#fff}section{break-inside:avoid}}
"""
