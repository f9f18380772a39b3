"""Faults to plant into a good book and their clean look-alikes: fragments of a chapter, rules of a style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LONG = (
    "The gauge at the bridge is read twice a day, and what it says is written into the book of the harbour master. " * 6
)

FRAGMENTS: Mapping[str, Sequence[str]] = {
    "book.landmarks-alike": (
        '<nav aria-label="Places"><p>a</p></nav><nav aria-label="Places"><p>b</p></nav>',
        '<section role="doc-glossary"><p>a</p></section><section role="doc-glossary"><p>b</p></section>',
        "<main><p>A second main part.</p></main>",
    ),
    "book.type-without-role": (
        '<section epub:type="glossary"><p>x</p></section>',
        '<p>Wet<a epub:type="noteref" href="#note-1">9</a></p>',
        '<span epub:type="pagebreak" id="p9" title="9"></span>',
    ),
    "book.type-deprecated": ('<div epub:type="sidebar"><p>x</p></div>', '<p epub:type="bridgehead">Rain</p>'),
    "book.label-unheard": (
        '<p><span aria-label="five metres">5 m</span> of water</p>',
        '<div aria-label="Rain"><p>x</p></div>',
        '<p aria-labelledby="title">It rained.</p>',
        '<p><b role="strong" aria-label="x">Rain</b> fell.</p>',
    ),
    "book.aria-target-missing": (
        '<section aria-labelledby="gone"><p>x</p></section>',
        '<p><img src="cover.png" alt="A bridge over a river" aria-details="gone"/></p>',
    ),
    "book.hidden-link": (
        '<div aria-hidden="true"><a href="#title">Up</a></div>',
        '<p><button aria-hidden="true">Play</button></p>',
    ),
    "book.hidden-content": (
        f'<div aria-hidden="true"><p>{LONG}</p></div>',
        '<p aria-hidden="true"><img src="cover.png" alt="A bridge over a river"/></p>',
    ),
    "book.tab-order": (
        '<p><a href="#title" tabindex="3">Back to the title</a></p>',
        '<div tabindex="1"><p>x</p></div>',
    ),
    "book.presentational": (
        "<center><p>Rain</p></center>",
        '<p><font color="red">Rain</font></p>',
        "<p><big>Rain</big> fell.</p>",
        '<table align="center"><caption>c</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>',
    ),
    "book.list-typed": (
        "<p>- Gauge A<br/>- Gauge B</p>",
        "<p>We need:<br/>• boats<br/>• ropes<br/>• lamps</p>",
        "<p>1. Close the door<br/>2. Go upstairs<br/>3. Wait</p>",
        "<p>– boats<br/>– ropes</p>",
        "<p>• boats</p><p>• ropes</p><p>• lamps</p>",
        "<div>* boats<br/>* ropes</div>",
    ),
    "book.paragraphs-by-breaks": (
        f"<p>{LONG}<br/><br/>{LONG}</p>",
        f"<div>{LONG}<br/> <br/>{LONG}</div>",
    ),
    "book.letters-spaced": ("<p>W A R N I N G</p>", "<h2>f l o o d s</h2>"),
    "book.empty-paragraphs": ("<p>\u00a0</p>", "<p></p><p></p>"),
    "book.colour-alone": (
        "<p>The red rows are below the mark.</p><table><caption>c</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>",
        "<p>Required fields are marked in red.</p><ul><li>Name</li></ul>",
        "<p>Values in green are safe.</p><ul><li>3</li></ul>",
        '<p lang="de" xml:lang="de">Die roten Linien zeigen die Pegel von gestern.</p><ul><li>3</li></ul>',
        '<p lang="fr" xml:lang="fr">Les lignes rouges sont celles de la veille et de la nuit.</p><ul><li>3</li></ul>',
    ),
    "book.place-alone": (
        "<p>Read the box on the right first.</p><ul><li>3</li></ul>",
        "<p>Then press the round button.</p><ul><li>3</li></ul>",
    ),
    "book.not-one-h1": ("<h1>Another title</h1><p>It rained.</p>",),
    "book.heading-gap": ("<h5>Deep</h5><p>It rained.</p>",),
    "book.heading-empty": ("<h2></h2><p>x</p>", "<h2> <span></span></h2><p>x</p>"),
    "book.heading-wordless": ("<h2>* * *</h2><p>x</p>", "<h2>🌊</h2><p>x</p>"),
    "book.heading-fake": (
        "<p><b>What the mayor said</b></p><p>She said that nobody had seen it come.</p>",
        "<p><strong><em>What the mayor said</em></strong></p><p>She said that nobody had seen it come.</p>",
        '<p class="subhead">What the mayor said</p><p>She said that nobody had seen it come.</p>',
        '<div class="heading2">What the mayor said</div><p>She said that nobody had seen it come.</p>',
    ),
    "book.heading-capitals": ("<h2>WHAT THE MAYOR SAID</h2><p>x</p>",),
    "book.language-half": ('<p xml:lang="en">Rain</p>', '<blockquote xml:lang="en"><p>Rain</p></blockquote>'),
    "book.language-disagrees": ('<p lang="fr" xml:lang="de">Merci</p>',),
    "book.language-invalid": (
        '<p lang="english" xml:lang="english">Rain</p>',
        '<p lang="en_US" xml:lang="en_US">Rain</p>',
    ),
    "book.passage-unmarked": (
        "<p>Il faut que nous sortions de la maison avant que la pluie ne tombe sur la ville.</p>",
        "<blockquote><p>Wir haben die ganze Nacht auf das Wasser gewartet, und es ist nicht gekommen.</p></blockquote>",
        "<p>She called it ποταμός του χωριού and laughed.</p>",
    ),
    "book.passage-doubtful": (
        '<p lang="de" xml:lang="de">The river rose in the night and nobody in the town had seen it come.</p>',
    ),
    "book.direction": (
        '<p lang="ar" xml:lang="ar">هذا نص عربي قصير عن النهر والمدينة.</p>',
        '<blockquote lang="he" xml:lang="he"><p>זה טקסט קצר על הנהר.</p></blockquote>',
    ),
    "book.link-nameless": (
        '<p>See <a href="https://example.org/"></a>.</p>',
        '<p><a href="https://example.org/"><img src="cover.png" alt=""/></a></p>',
        '<p><a href="https://example.org/"><span aria-hidden="true">↗</span></a></p>',
    ),
    "book.link-wordless": (
        '<p><a href="https://example.org/">→</a></p>',
        '<p><a href="https://example.org/">🔗</a></p>',
    ),
    "book.link-vague": (
        '<p><a href="https://example.org/">Click here</a></p>',
        '<p><a href="https://example.org/">Read more…</a></p>',
        '<p lang="de" xml:lang="de"><a href="https://example.org/">Hier</a></p>',
        '<p lang="ja" xml:lang="ja"><a href="https://example.org/">こちら</a></p>',
        '<p><a href="https://example.org/"><img src="cover.png" alt="link"/></a></p>',
    ),
    "book.link-address": (
        '<p>See <a href="https://example.org/a">https://example.org/a</a>.</p>',
        '<p>See <a href="https://example.org/a">www.example.org</a>.</p>',
    ),
    "book.links-alike": (
        '<p><a href="https://example.org/a">The report</a> and <a href="https://example.org/b">the report</a></p>',
    ),
    "book.note-without-way-back": (
        '<p>Wet<a role="doc-noteref" epub:type="noteref" href="#n9">9</a>.</p><p id="n9">A note.</p>',
        '<p>Wet<a role="doc-noteref" epub:type="noteref" href="#n9">9</a>.</p>'
        '<ol><li id="n9"><p>A note with <a href="https://example.org/">a source</a>.</p></li></ol>',
        '<section role="doc-endnotes" epub:type="endnotes" aria-label="More notes"><ol><li id="n9">A note.</li></ol></section>',
    ),
    "book.note-hidden": (
        '<aside epub:type="footnote" role="doc-footnote" id="f9"><p>A note.</p></aside>',
        '<aside role="doc-footnote" id="f9"><p>A note.</p></aside>',
    ),
    "book.note-unlinked": (
        "<p>The river rose.<sup>1</sup> It fell.</p>",
        "<p>The wardens<sup>[2]</sup> came.</p>",
        '<p>The river rose<span class="sup">†</span></p>',
        "<p>“Run!”<sup>12</sup></p>",
    ),
    "book.abbreviation-unexplained": ("<p>The <abbr>QXR</abbr> met.</p>", "<p>The <abbr>Q.X.R.</abbr> met.</p>"),
    "book.capitals-unexplained": ("<p>The QXR met the ZPO in the town hall.</p>",),
    "book.image-without-alt": ('<p><img src="cover.png"/></p>',),
    "book.alt-poor": (
        '<p><img src="cover.png" alt="DSC_0042.jpg"/></p>',
        '<p><img src="cover.png" alt="image"/></p>',
        '<p><img src="cover.png" alt="cover.png"/></p>',
    ),
    "book.alt-repeats": (
        '<figure><img src="cover.png" alt="The bridge in 1931"/><figcaption>The bridge in 1931.</figcaption></figure>',
        '<p><a href="#title"><img src="cover.png" alt="The title"/> The title</a></p>',
        '<p><img src="cover.png" alt="The bridge in 1931"/></p><p>The bridge in 1931</p>',
    ),
    "book.alt-undescribed": (
        '<p><img src="cover.png" alt="Undescribed image"/></p>',
        '<p><img src="cover.png" alt="Bild ohne Beschreibung"/></p>',
    ),
    "book.alt-empty": (
        '<figure><img src="cover.png" alt=""/><figcaption>The bridge.</figcaption></figure>',
        '<p><img src="cover.png" alt="" aria-details="title"/></p>',
        '<p>It rose: <img src="images/chart-2.png" alt=""/></p>',
        '<p><img src="cover.png" alt=""/></p>',
    ),
    "book.alt-long": (f'<p><img src="cover.png" alt="{LONG}"/></p>',),
    "book.alt-opening": ('<p><img src="cover.png" alt="Image of a bridge over a river"/></p>',),
    "book.chart-undescribed": (
        '<p><img src="cover.png" alt="Line chart of the levels"/></p>',
        '<figure><img src="cover.png" alt="Levels by year, rising"/><figcaption>Diagram 1. Levels</figcaption></figure>',
        '<p><img src="cover.png" alt="Map of the lower town"/></p>',
    ),
    "book.description-flattened": (
        f'<p><img src="cover.png" alt="Levels by year" aria-describedby="d9"/></p><div id="d9"><p>{LONG}</p></div>',
        '<p><img src="cover.png" alt="Levels" aria-describedby="d9"/></p><div id="d9"><ul><li>3</li><li>4</li></ul></div>',
    ),
    "book.description-old": (
        '<p><img src="cover.png" alt="Levels by year" longdesc="chapter-02.xhtml"/></p>',
        '<figure><img src="cover.png" alt="A bridge"/><details><summary>More</summary><p>x</p></details></figure>',
    ),
    "book.picture-of-text": (
        '<p><img src="cover.png" alt="Screenshot of the warning"/></p>',
        '<p><img src="cover.png" alt="Quote card by the mayor"/></p>',
        '<p><img src="cover.png" alt="Scanned page of the gauge book"/></p>',
        '<p lang="fr" xml:lang="fr"><img src="cover.png" alt="Capture d’écran de l’alerte"/></p>',
    ),
    "book.drawing-nameless": (
        '<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg></p>',
        '<p><svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 9 9"><title> </title></svg></p>',
    ),
    "book.table-without-headers": (
        "<table><caption>Levels</caption><tr><td>Year</td><td>Peak</td></tr><tr><td>1931</td><td>2.1</td></tr></table>",
        "<table><caption>c</caption><thead><tr><td>a</td><td>b</td></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ),
    "book.table-without-caption": (
        "<table><tr><th>Year</th><th>Peak</th></tr><tr><td>1931</td><td>2.1</td></tr></table>",
    ),
    "book.table-layout": (
        "<table><tr><td>All of the text stands in one cell.</td></tr></table>",
        "<table><tr><td><h2>Left</h2><p>x</p></td><td>y</td></tr><tr><td>z</td><td>w</td></tr></table>",
        "<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>",
    ),
    "book.table-header-empty": (
        "<table><caption>c</caption><tr><th>a</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>",
    ),
    "book.media-autoplay": ('<p><audio src="a.mp3" controls="controls" autoplay="autoplay"></audio></p>',),
    "book.media-without-controls": ('<p><audio src="a.mp3"></audio></p>',),
    "book.media-without-text": (
        '<p><audio src="a.mp3" controls="controls"></audio></p>',
        '<video src="a.mp4" controls="controls"><track kind="chapters" src="a.vtt"/></video>',
    ),
    "book.image-moving": (
        '<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Rain</title><circle r="3"><animate attributeName="r" to="9"/></circle></svg></p>',
        "<p><marquee>Rain</marquee></p>",
    ),
    "book.formula-unreadable": (
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mrow></mrow></math></p>',
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow/><annotation>x</annotation></semantics></math></p>',
    ),
    "book.tex-in-text": (
        "<p>The flow is $Q = v A_1$ here.</p>",
        r"<p>\[ Q = \frac{a}{b} \]</p>",
        "<p>$$ Q = vA $$</p>",
        r"<p>It is \(Q = vA\) here.</p>",
    ),
    "book.alt-tex": (
        r'<p><img src="cover.png" alt="Q = \frac{a}{b}"/></p>',
        '<p><img src="cover.png" alt="$x^2$"/></p>',
    ),
    "book.remote": ('<p><img src="https://example.org/a.png" alt="A bridge over a river"/></p>',),
    "css.inline": ('<p style="font-size: 0.8em">Rain</p>', '<p style="color: inherit; letter-spacing: 0.2em">Rain</p>'),
}
"""Rule to fragments at the end of the first chapter."""

SHEETS: Mapping[str, Sequence[str]] = {
    "css.syntax": ("p { margin: 0", "p { : }"),
    "css.forbidden": (
        "p { direction: rtl }",
        "p { position: fixed }",
        "p { background: url(https://example.org/a.png) }",
    ),
    "css.important": ("p { margin: 0 !important }",),
    "css.fixed-size": (
        "p { font-size: 12px }",
        "p { line-height: 14pt }",
        "section { width: 800px }",
        "p { font: 12px/1.2 serif }",
    ),
    "css.contrast": (
        "p { color: #aaa }",
        "body { background: #333 } p { color: #111 }",
        "p { color: #777; background: #888 }",
    ),
    "css.colour-alone": ("p { color: #111 }", "p { background-color: #eee }"),
    "css.justified": ("p { text-align: justify }", "section p { text-align: justify-all }"),
    "css.clipped": ("section { height: 20em; overflow: hidden }", "p { max-height: 3em; overflow-y: clip }"),
    "css.body-text": ("body { font-family: serif }", "p { letter-spacing: 0.1em; font-size: 0.9em }"),
    "css.link-unmarked": ("a { text-decoration: none }", "a:link, a:visited { color: #00f; text-decoration: none }"),
    "css.focus-hidden": ("a:focus { outline: none }", "a:focus { outline: 0 }"),
    "css.moving": ("p { animation: blink 1s infinite }", "p { text-decoration: blink }"),
    "css.out-of-flow": ("p { position: absolute }", "p { position: sticky; top: 0 }"),
    "css.order": ("section { display: flex; flex-direction: column-reverse }", "p { order: -1 }"),
    "css.text": ('p::before { content: "Note: " }',),
}
"""Rule to style sheets."""

CLEAN: Sequence[str] = (
    '<nav aria-label="Places"><p>a</p></nav><nav aria-label="People"><p>b</p></nav>',
    '<div role="region"><p>a</p></div><div role="region"><p>b</p></div>',
    '<p><a href="#title" aria-label="Back to the title">↑</a></p>',
    '<p><span role="img" aria-label="wave">🌊</span> rose.</p>',
    '<aside epub:type="pullquote" role="doc-pullquote" aria-hidden="true"><p>Nobody saw it come.</p></aside>',
    "<p>Roses are red,<br/>violets are blue,<br/>the river is brown,<br/>and so is the flue.</p>",
    "<p>– Come!<br/>The boat is full.</p>",
    "<p>– Come!</p><p>– Where to?</p><p>– Away from here!</p>",
    "<p>It fell by 3 – 4 metres<br/>in a day.</p>",
    "<p>He has a cat, I a dog.</p>",
    "<p>The Red Cross came.</p><p>She wore a red coat and stood in the white rain.</p><ul><li>Boats</li></ul>",
    "<p>On the right bank stood a mill.</p><ul><li>Boats</li></ul>",
    "<p><b>Warning:</b> the quay is closed.</p><p>The mayor said so in the morning.</p>",
    "<ul><li><b>Boats</b></li></ul><p>They were there by noon.</p>",
    "<p><b>Nobody had seen it come, and nobody had closed the gates of the upper lock that night.</b></p><p>So it came.</p>",
    "<h2>What NASA saw</h2><p>It rained.</p>",
    '<p lang="fr" xml:lang="fr">Il faut que nous sortions de la maison avant que la pluie ne tombe sur la ville.</p>',
    "<p>He ate a croissant at the Café de la Paix and said: c’est la vie.</p>",
    '<p lang="ar" xml:lang="ar" dir="rtl">هذا نص عربي قصير عن النهر والمدينة.</p>',
    '<p><a href="https://example.org/">Here be dragons: a map of the marsh</a></p>',
    '<p><a href="https://example.org/a">The report</a>, once more <a href="https://example.org/a">the report</a></p>',
    '<p>Wet<a role="doc-noteref" epub:type="noteref" id="r9" href="#n9">9</a>.</p>'
    '<p id="n9">A note. <a role="doc-backlink" epub:type="backlink" href="#r9" aria-label="Back to note 9">↩</a></p>',
    "<p>It has 10<sup>6</sup> litres, 12 m<sup>2</sup>, a<sup>2</sup>, the 1<sup>st</sup> of May and 40 metres<sup>3</sup>.</p>",
    '<p>The <abbr title="River Board">QXR</abbr> met. The QXR left.</p>',
    "<p>The Quiet Xylophone Registry (QXR) met in 2021. The QXR left.</p>",
    "<p>Chapter XIV of the book. OK? The U.S. and the EU met.</p>",
    "<p>LONDON — It rained.</p>",
    "<p>We said NO and meant no.</p>",
    '<p>A rule: <img src="images/ornament.png" alt="" role="presentation"/></p>',
    '<p><a href="https://example.org/"><img src="cover.png" alt=""/> The whole story</a></p>',
    '<figure><img src="cover.png" alt="A stone bridge with three arches"/><figcaption>The bridge in 1931.</figcaption></figure>',
    '<figure><img src="cover.png" alt="Line chart of levels, rising from 2.1 to 3.4 metres" aria-details="d9"/>'
    '<figcaption>Levels. <a id="d9" href="chapter-02.xhtml">Description of the levels</a></figcaption></figure>',
    '<p><img src="cover.png" alt="A photographer on the bridge"/></p>',
    '<p><img src="cover.png" alt="Screenshot of the warning: “Leave your house now and go to the hill.”"/></p>',
    '<p><svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 9 9"><title>A wave</title><rect width="9" height="9"/></svg></p>',
    '<p><svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="0 0 9 9"><rect width="9" height="9"/></svg></p>',
    "<table><caption>Levels</caption><tr><th></th><th>Peak</th></tr><tr><th>1931</th><td>2.1</td></tr></table>",
    '<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    '<div role="region" tabindex="0" aria-labelledby="c9"><table aria-labelledby="c9"><tr><th>a</th></tr><tr><td>1</td></tr></table></div><p id="c9">Levels</p>',
    '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>Q</mi><mo>=</mo><mi>v</mi></math> is used.</p>',
    "<p>It costs $5 or $10, or US$ 3_000 = much.</p>",
    r"<p>Write <code>$x^2$ and \frac{a}{b}</code>.</p>",
    '<p><img src="cover.png" alt="A bridge over a river" style="width: 50%"/></p>',
)
"""Fragments that look like faults and are none: nothing above information."""

CLEAN_SHEETS: Sequence[str] = (
    "body { margin: 0 5%; line-height: 1.5 }",
    "p { text-align: start; margin: 0 0 1em }",
    ".never-used { color: #eee; font-size: 8px; text-align: justify }",
    "h1 { color: #222; background-color: #fff }",
    "a { text-decoration: none; border-bottom: 1px solid }",
    "nav a { text-decoration: none }",
    "img { width: 600px; max-width: 100%; height: auto }",
    "section { overflow: hidden }",
    "pre { overflow-x: auto; max-height: none }",
    "li::before { content: '– ' }",
    "p { background: none; color: inherit }",
    "@font-face { font-family: A; src: url(a.woff2) }",
    "@import 'more.css';",
    "a:focus { outline: 2px solid }",
    "hr { height: 1px; width: 40px }",
)
