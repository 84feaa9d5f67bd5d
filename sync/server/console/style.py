"""The console's one style sheet, from the same colours as the desktop's look; light or dark as the system says."""

from __future__ import annotations

from hashlib import blake2b

_LIGHT = {
    "canvas": "#F3F5F4",
    "surface": "#FFFFFF",
    "sunken": "#EBEFED",
    "line": "#DCE2DF",
    "strong": "#7B8883",
    "text": "#16211D",
    "text2": "#44524C",
    "text3": "#5C6A64",
    "accent": "#0B6655",
    "hover": "#08503F",
    "on": "#FFFFFF",
    "soft": "#DFF0EA",
    "ok": "#1E6B34",
    "ok-soft": "#E0F1E4",
    "warn": "#874900",
    "warn-soft": "#FBEDD5",
    "danger": "#A8261C",
    "danger-soft": "#FAE5E2",
    "plum": "#5B4696",
    "plum-soft": "#ECE8F7",
}
_DARK = {
    "canvas": "#101614",
    "surface": "#18201D",
    "sunken": "#212B27",
    "line": "#2C3733",
    "strong": "#75857F",
    "text": "#E7EEEB",
    "text2": "#B9C5C0",
    "text3": "#97A59F",
    "accent": "#5FCBB0",
    "hover": "#84DAC5",
    "on": "#06231C",
    "soft": "#173B32",
    "ok": "#86D39B",
    "ok-soft": "#17361F",
    "warn": "#F0B866",
    "warn-soft": "#3D2C10",
    "danger": "#F59A90",
    "danger-soft": "#47201C",
    "plum": "#BDAEEF",
    "plum-soft": "#2E2748",
}

_RULES = """
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);
font:14px/1.5 "IBM Plex Sans Arabic","Segoe UI","Noto Sans Arabic",Tahoma,sans-serif}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
header{display:flex;flex-wrap:wrap;align-items:center;gap:4px 20px;min-height:52px;padding:6px 20px;
background:var(--surface);border-bottom:1px solid var(--line)}
header .name{font-weight:600;font-size:17px;color:var(--text);margin-inline-end:12px}
header .name small{display:block;font-weight:400;font-size:12px;color:var(--text3);line-height:1.2}
nav{display:flex;gap:4px;flex-wrap:wrap;flex:1}
nav a{padding:7px 12px;border-radius:8px;color:var(--text2)}
nav a:hover{background:var(--sunken);text-decoration:none}
nav a[aria-current]{background:var(--soft);color:var(--accent);font-weight:600}
.me{display:flex;align-items:center;gap:12px;color:var(--text2);font-size:13px}
main{max-width:1240px;margin:0 auto;padding:20px 16px 40px}
h1{font-size:22px;line-height:30px;font-weight:600;margin:0 0 2px}
h2{font-size:17px;line-height:26px;font-weight:600;margin:0 0 10px}
.sub{color:var(--text3);font-size:13px;margin:0 0 16px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:16px;margin:0 0 12px}
.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-bottom:12px}
.sums .card{margin:0;padding:12px 16px}
.num{font-size:26px;line-height:36px;font-weight:600}.num.zero{color:var(--text3)}.num.warn{color:var(--warn)}
.num.danger{color:var(--danger)}
.cap{font-size:12px;color:var(--text3)}
.wide{overflow-x:auto;padding:0}.wide h2{padding:14px 16px 0}
table{border-collapse:collapse;width:100%}
th{font-size:12px;font-weight:400;color:var(--text3);text-align:start;padding:8px 16px;white-space:nowrap}
td{border-top:1px solid var(--line);padding:9px 16px;vertical-align:middle}
tbody tr:hover{background:var(--sunken)}
td .second{display:block;color:var(--text3);font-size:13px}
.n{font-variant-numeric:tabular-nums;text-align:end;white-space:nowrap}th.n{text-align:end}
.zero{color:var(--text3)}
.chip{display:inline-block;padding:1px 10px;border-radius:11px;font-size:12px;line-height:20px;white-space:nowrap;
background:var(--sunken);color:var(--text2)}
.chip.ok{background:var(--ok-soft);color:var(--ok)}.chip.warn{background:var(--warn-soft);color:var(--warn)}
.chip.danger{background:var(--danger-soft);color:var(--danger)}.chip.plum{background:var(--plum-soft);color:var(--plum)}
form.line>a{align-self:center}td form.line{display:inline-flex}
form.line{display:flex;flex-wrap:wrap;gap:10px 12px;align-items:end}
label{display:block;font-size:13px;font-weight:500;color:var(--text2)}
input,select{display:block;height:36px;min-width:120px;margin-top:3px;padding:0 10px;font:inherit;color:var(--text);
background:var(--surface);border:1px solid var(--strong);border-radius:8px}
input:focus,select:focus{outline:none;border:2px solid var(--accent);padding:0 9px}
input[type=checkbox]{display:inline-block;height:18px;width:18px;min-width:0;margin:0;vertical-align:-4px}
label.check{align-self:center;padding-top:18px}
.ltr{direction:ltr;text-align:end}[dir=ltr] .ltr{text-align:start}
button{height:36px;padding:0 16px;font:inherit;font-weight:500;color:var(--text);background:var(--surface);
border:1px solid var(--strong);border-radius:8px;cursor:pointer}
button:hover{background:var(--sunken)}
button.first{color:var(--on);background:var(--accent);border-color:var(--accent)}button.first:hover{background:var(--hover)}
button.quiet{height:28px;padding:0 10px;font-size:13px;border-color:var(--line)}
button.danger{color:var(--danger)}
.acts{display:flex;gap:6px;flex-wrap:wrap}
.said{border-radius:8px;padding:10px 14px;margin:0 0 12px;background:var(--ok-soft);color:var(--ok)}
.said.wrong{background:var(--danger-soft);color:var(--danger)}
.code{direction:ltr;unicode-bidi:isolate;font-size:26px;font-weight:600;letter-spacing:2px;color:var(--accent)}
bdi.id{direction:ltr;unicode-bidi:isolate}
.door{max-width:380px;margin:8vh auto}.door input{width:100%}.door label{margin-bottom:12px}.door button{width:100%}
details summary{cursor:pointer;color:var(--accent);font-weight:500;padding:4px 0}
details[open] summary{margin-bottom:12px}
pre{direction:ltr;text-align:left;margin:0;white-space:pre-wrap;font-size:13px}
@media(max-width:640px){main{padding:14px 10px}td,th{padding:8px 10px}header{padding:6px 10px}}
"""


def _colours(tokens: dict[str, str]) -> str:
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in tokens.items()) + "}"


SHEET = f"{_colours(_LIGHT)}@media(prefers-color-scheme:dark){{{_colours(_DARK)}}}{_RULES}".replace("\n", "")
NAME = blake2b(SHEET.encode(), digest_size=6).hexdigest()
"""In its address, so that a browser keeps it until it changes."""
