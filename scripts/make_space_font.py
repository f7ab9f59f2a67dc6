"""Makes src/ui/tokens/visible-space.woff2: a dot where a space is, and a frame for what no font has.

    pip install fonttools brotli && python3 scripts/make_space_font.py

The text field shows spaces as dots. Drawn by a font they cost a browser nothing, where an element for each space
doubled what it had to lay out at every key press. Width, ascent and descent are those of JetBrains Mono, whose place as
the first font of the field it takes, so that lines and grounds stay where they are.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS_PER_EM = 1000
ADVANCE = 600
ASCENT = 1020
DESCENT = -300
CENTRE = (300, 320)
RADIUS = 62


def dot():
    """A circle of four quadratic splines; their corners are close enough to a circle's for a dot of two pixels."""
    pen = TTGlyphPen(None)
    x, y = CENTRE
    r = RADIUS
    pen.moveTo((x, y + r))
    for corner, end in [((r, r), (r, 0)), ((r, -r), (0, -r)), ((-r, -r), (-r, 0)), ((-r, r), (0, r))]:
        pen.qCurveTo((x + corner[0], y + corner[1]), (x + end[0], y + end[1]))
    pen.closePath()
    return pen.glyph()


def box():
    """An upright frame. A browser asks the first font of a field for what no font has: nothing there would hide a character."""
    pen = TTGlyphPen(None)
    outer = [(60, 0), (60, 730), (540, 730), (540, 0)]
    inner = [(490, 50), (490, 680), (110, 680), (110, 50)]  # the other way round, so that it is a hole
    for corners in (outer, inner):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def main():
    font = FontBuilder(UNITS_PER_EM, isTTF=True)
    font.setupGlyphOrder([".notdef", "space"])
    font.setupCharacterMap({0x20: "space"})
    font.setupGlyf({".notdef": box(), "space": dot()})
    bearing = CENTRE[0] - RADIUS
    font.setupHorizontalMetrics({".notdef": (ADVANCE, 60), "space": (ADVANCE, bearing)})
    font.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    font.setupNameTable({"familyName": "Visible Space", "styleName": "Regular"})
    font.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        usWinAscent=ASCENT,
        usWinDescent=-DESCENT,
        sxHeight=550,
        sCapHeight=730,
    )
    font.setupPost(underlinePosition=-155, underlineThickness=50, isFixedPitch=1)
    font.font["head"].created = font.font["head"].modified = 0
    font.font.flavor = "woff2"
    font.save(Path(__file__).parent.parent / "src/ui/tokens/visible-space.woff2")


if __name__ == "__main__":
    main()
