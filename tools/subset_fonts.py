#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Small copies of Inter for the page: subset_fonts.py OUT_DIR

Writes Inter-Regular.otf, Inter-Medium.otf, Inter-SemiBold.otf and Inter-LICENSE.txt, the same bytes
each time. They come from Debian's fonts-inter and hold Latin-1 and what else the page's texts use.

Dear ImGui knows no OpenType features, so the digits are exchanged here for Inter's tabular ones:
numbers that change twice a second must not make their neighbours jump. Kerning and hinting go; its
rasteriser uses neither.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = pathlib.Path("/usr/share/fonts/opentype/inter")
COPYRIGHT = pathlib.Path("/usr/share/doc/fonts-inter/copyright")
WEIGHTS = ("Regular", "Medium", "SemiBold")

CHARACTERS = [
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x100),  # Latin-1 supplement
    *map(ord, "–—…−≤≥→←↑↓▾‹›“”‘’€•"),
]

# Characters that Inter lacks, drawn with the glyph of a near relative.
STAND_INS = {"▾": "▼"}


def tabular_glyphs(font):
    """The single substitutions of the feature tnum: glyph name to glyph name."""
    gsub = font["GSUB"].table
    indices = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    mapping = {}
    for index in sorted(indices):
        for subtable in gsub.LookupList.Lookup[index].SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)  # wrapped in larger fonts
            mapping.update(subtable.mapping)
    return mapping


def remap(font):
    glyphs = font.getBestCmap()
    tabular = tabular_glyphs(font)
    changes = {ord(digit): tabular[glyphs[ord(digit)]] for digit in "0123456789"}
    for missing, stand_in in STAND_INS.items():
        changes[ord(missing)] = glyphs.get(ord(missing), glyphs[ord(stand_in)])
    for table in font["cmap"].tables:
        table.cmap.update(changes)


def make_subset(source, target):
    font = TTFont(source, recalcTimestamp=False)
    remap(font)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]  # names, copyright and licence
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    absent = sorted(set(CHARACTERS) - font.getBestCmap().keys())
    if absent:
        sys.exit(f"{source} lacks {', '.join(f'U+{code:04X}' for code in absent)}")
    font.save(target)


def license_text():
    """The package's copyright line and its text of the Open Font License, unwrapped from Debian's
    format: a paragraph named by its first line, indented by a space, with dots for empty lines."""
    paragraphs = COPYRIGHT.read_text(encoding="utf-8").split("\n\n")
    copyright_line = next(
        line for paragraph in paragraphs for line in paragraph.splitlines()
        if line.startswith("Copyright:") and "Inter" in line
    )
    body = next(p for p in paragraphs if p.startswith("License: OFL-1.1\n"))
    lines = [line[1:] for line in body.splitlines()[1:]]
    return "\n".join(
        [
            copyright_line,
            "",
            "This font software is licensed under the SIL Open Font License, Version 1.1.",
            "These files are subsets of the originals, with tabular digits.",
            "",
            *("" if line == "." else line for line in lines),
            "",
        ]
    )


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: subset_fonts.py OUT_DIR")
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        make_subset(FONTS / f"Inter-{weight}.otf", out / f"Inter-{weight}.otf")
    (out / "Inter-LICENSE.txt").write_text(license_text(), encoding="utf-8")


main()
