"""Texts that would run a script if a page took them for markup: each calls `hit` with a number of its own."""

from collections.abc import Iterator

# Elements that take a handler, each with an event that comes by itself; `{call}` is what would run.
HANDLERS = (
    "<img src=x onerror={call}>",
    "<img src='x' OnErRoR='{call}'>",
    '<img/src="x"/onerror="{call}">',
    "<img src=x onerror\n=\n{call}>",
    "<img src=x:x onerror={call} //",
    "<<img src=x onerror={call}>",
    "<img <img src=x onerror={call}>>",
    "<img src=`x` onerror={call}>",
    "<svg onload={call}>",
    "<svg/onload={call}>",
    "<svg><g onload={call}></g></svg>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:{call}'><text y=20>a</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={call}/>#x'/></svg>",
    "<svg><foreignObject><body onload={call}></foreignObject></svg>",
    "<svg><set attributeName=href to='javascript:{call}'></svg>",
    "<math><mtext><img src=x onerror={call}></mtext></math>",
    "<math href='javascript:{call}'><mi>x</mi></math>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror={call}></annotation-xml></math>",
    "<math><mi xlink:href='javascript:{call}'>x</mi></math>",
    "<math><mglyph><style><img src=x onerror={call}></style></mglyph></math>",
    "<body onload={call}>",
    "<body onpageshow={call}>",
    "<video src=x onerror={call}></video>",
    "<video><source onerror={call}></video>",
    "<audio src=x onerror={call}></audio>",
    "<details open ontoggle={call}><summary>a</summary></details>",
    "<marquee onstart={call}>a</marquee>",
    "<input autofocus onfocus={call}>",
    "<select autofocus onfocus={call}></select>",
    "<textarea autofocus onfocus={call}></textarea>",
    "<button autofocus onfocus={call}>a</button>",
    "<a href=x autofocus tabindex=0 onfocus={call}>a</a>",
    "<div style='animation:x 1s' onanimationstart={call}>a</div>",
    "<p onmouseover={call}>a</p>",
    "<iframe srcdoc='<img src=x onerror=parent.{call}>'></iframe>",
    "<iframe src='javascript:parent.{call}'></iframe>",
    "<iframe src='data:text/html,<script>parent.{call}</script>'></iframe>",
    "<object data='javascript:{call}'></object>",
    "<embed src='javascript:{call}'>",
    "<form action='javascript:{call}'><button>a</button></form>",
    "<button formaction='javascript:{call}'>a</button>",
    "<isindex type=image src=x onerror={call}>",
    "<link rel=stylesheet href='javascript:{call}'>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<base href='javascript:{call}//'>",
    "<script>{call}</script>",
    "<SCRIPT>{call}</SCRIPT>",
    "<script\n>{call}</script\n>",
    "<script src='data:text/javascript,{call}'></script>",
    "<script type=module>{call}</script>",
    "<scr<script>ipt>{call}</scr</script>ipt>",
    "<noscript><p title='</noscript><img src=x onerror={call}>'></noscript>",
    "<template><script>{call}</script></template>",
    "<style>@import 'javascript:{call}';</style>",
    "<style><img src=x onerror={call}></style>",
    "<title><img src=x onerror={call}></title>",
    "<xmp><img src=x onerror={call}></xmp>",
    "<plaintext><img src=x onerror={call}>",
    "<textarea></textarea><img src=x onerror={call}>",
    "<!--><img src=x onerror={call}>-->",
    "<!-- --!><img src=x onerror={call}> -->",
    "<![CDATA[<img src=x onerror={call}>]]>",
    "<?xml version='1.0'?><img src=x onerror={call}>",
    "<!DOCTYPE x [<!ENTITY y '<img src=x onerror={call}>'>]>&y;",
    "<a href='#' onclick={call}>a</a>",
    "<table background='javascript:{call}'><tr><td>a</td></tr></table>",
    "<img src='javascript:{call}'>",
    "<img src=x srcset='x 1x, javascript:{call} 2x' onerror={call}>",
    "<kbd id=x tabindex=1 onactivate={call}></kbd>",
    "<custom-element onclick={call} is=x>a</custom-element>",
    "<dialog open onclose={call}><form method=dialog><button autofocus>a</button></form></dialog>",
    "<portal src='javascript:{call}'></portal>",
    "<slot onslotchange={call}></slot>",
)
# What leaves an attribute, a script, a style or a comment of ours.
ESCAPES = (
    '"><img src=x onerror={call}>',
    "'><img src=x onerror={call}>",
    '" onmouseover="{call}" x="',
    "' autofocus onfocus='{call}' x='",
    "` onmouseover=`{call}`",
    "</title><script>{call}</script>",
    "</script><script>{call}</script>",
    "</style><script>{call}</script>",
    "</textarea><script>{call}</script>",
    "--><script>{call}</script><!--",
    "]]><script>{call}</script><![CDATA[",
    '");{call}//',
    "');{call}//",
    '\\");{call}//',
    "\u2028{call}//",
    "${{{call}}}",
    "{{{{ {call} }}}}",
    "{{% set x = {call} %}}",
    "</svg><img src=x onerror={call}>",
    "</math><img src=x onerror={call}>",
    "</main></body></html><script>{call}</script>",
    "&lt;img src=x onerror={call}&gt;",
    "&#60;img src=x onerror={call}&#62;",
    "%3Cimg%20src=x%20onerror={call}%3E",
    "\\<img src=x onerror={call}>",
    "\x00<img src=x onerror={call}>",
    "<\x00img src=x onerror={call}>",
    "＜img src=x onerror={call}＞",
    "<img\u00a0src=x onerror={call}>",
    "<img\x0csrc=x\x0conerror={call}>",
)
# Addresses that run.
ADDRESSES = (
    "javascript:{call}",
    "JaVaScRiPt:{call}",
    " javascript:{call}",
    "java\tscript:{call}",
    "java\nscript:{call}",
    "javascript&colon;{call}",
    "javascript&#58;{call}",
    "&#106;avascript:{call}",
    "javascript:%68it({number})",
    "\x01javascript:{call}",
    "javascript://x%0a{call}",
    "vbscript:{call}",
    "data:text/html,<script>{call}</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoMCk8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload={call}>",
    "DATA:text/html,{call}",
    "blob:null/{number}",
    "filesystem:http://x/{number}",
    "view-source:javascript:{call}",
    "feed:javascript:{call}",
    "jar:javascript:{call}!/",
    "//evil.example/{number}",
    "http:javascript:{call}",
    "javascript:alert`{number}`;{call}",
)
# How Markdown leads somewhere; `{address}` runs.
LEADS = (
    "[a]({address})",
    "[a](<{address}>)",
    "![a]({address})",
    "[a][r{number}]\n\n[r{number}]: {address}",
    "<{address}>",
    "[[{address}]]",
    "[[a|{address}]]",
    "![[{address}]]",
    "[a](x '{address}')",
)


def payloads() -> Iterator[str]:
    """More than three hundred texts; the number that each would call `hit` with is its place among them."""
    number = 0
    for form in (*HANDLERS, *ESCAPES):
        yield form.format(call=f"hit({number})", number=number)
        number += 1
    for lead in LEADS:
        for address in ADDRESSES:
            written = address.format(call=f"hit({number})", number=number)
            yield lead.format(address=written, number=number)
            number += 1


def notebook() -> dict[str, str]:
    """A notebook that has each payload in its texts, and a fifth of them in each other place."""
    files = {"studylog.yaml": "start: 2021-08-02\nroster: [홍길동]\nsite: {url: https://study.example}\n"}
    for number, payload in enumerate(payloads()):
        files[f"notes/{number:03}.md"] = _note(number, payload)
    for number, payload in enumerate(payloads()):
        name = (
            payload.replace("/", "∕")
            .replace("\x00", "")
            .replace("\n", " ")
            .encode()[:200]
            .decode("utf-8", "ignore")
        )
        if number % 7 == 0:
            files[f"notes/{number} {name}.md"] = f"[[{number} {name}]]\n"
    return files


def _note(number: int, payload: str) -> str:
    line = " ".join(payload.split("\n"))
    quoted = line.replace("\\", "\\\\").replace('"', '\\"').replace("\x00", "").replace("\x01", "")
    places = (
        f'title: "{quoted}"',
        f'author: "{quoted}"',
        f'attendees: ["{quoted}"]',
        f'tags: ["{quoted}"]',
        f'type: "{quoted}"',
        f'course: "{quoted}"',
    )
    bodies = (
        payload,
        f"# {line}\n\n## {line}\n\n#### 7강 {line}",
        f"Q. {line} 왜 그런가요?\nA. ({line}) {line}",
        f"## 논문 리뷰\n\n### (1) {line}\n\n발표자: {line}\n발표자료: [slides]({line})",
        f"- [ ] 내일 {line} 알아올 것\n\n| {line} |\n|---|\n| {line} |\n\n> {line}",
        f"```{line}\n{line}\n```\n\n`{line}` $\\text{{{line}}}$ ![{line}](x.png)\n\n[^1]\n\n[^1]: {line}",
    )
    day = f"2021-{8 + number % 4:02}-{1 + number % 28:02}"
    return (
        f"---\n{places[number % 6]}\ndate: {day}\n---\n{payload}\n\n{bodies[number % 6]}\n\n"
        f"{bodies[(number + 2) % 6]}\n"
    )
