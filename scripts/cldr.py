"""Writes src/quantity/cldr/*.rs from the Unicode CLDR, by way of Babel (pip install babel).

python3 scripts/cldr.py        from the repository's root; run `cargo fmt` afterwards
"""
from babel import Locale, localedata
from babel import __version__ as babel
from babel.core import get_cldr_version

FIVE = {"en": ["en", "en_GB", "en_IN"], "de": ["de"], "fr": ["fr"], "es": ["es"], "sv": ["sv"]}
UNITS = """area-square-kilometer area-hectare area-square-meter area-square-mile area-acre area-square-foot
duration-year duration-month duration-week duration-day duration-hour duration-minute duration-second
length-kilometer length-meter length-centimeter length-millimeter length-mile length-yard length-foot length-inch length-nautical-mile
mass-tonne mass-ton mass-kilogram mass-gram mass-milligram mass-pound mass-ounce mass-stone
power-gigawatt power-megawatt power-kilowatt speed-kilometer-per-hour speed-mile-per-hour speed-knot
temperature-celsius temperature-fahrenheit volume-cubic-kilometer volume-cubic-meter volume-liter volume-milliliter volume-gallon volume-barrel volume-cubic-foot""".split()


def rust(name, doc, kind, rows):
    head = f"/// {doc}\npub(in crate::quantity) const {name}: &[{kind}] = &[\n"
    return head + "".join(f"    {row},\n" for row in rows) + "];\n"


def quoted(*words):
    return "(" + ", ".join('"' + w.replace('"', '\\"') + '"' for w in words) + ")"


def write(path, says, *tables):
    with open("src/quantity/cldr/" + path, "w", encoding="utf-8") as f:
        f.write(f"//! {says} Made by `scripts/cldr.py` from the CLDR {get_cldr_version()} (Unicode licence) of Babel {babel}; not to be edited.\n\n")
        f.write("\n".join(tables))


def separators():
    """Languages by how they write figures, and regions that write them otherwise than their language does."""
    rows, first = {}, []
    for code in sorted(localedata.locale_identifiers()):
        # English is written with points and commas wherever it is printed, whatever a region's settings say.
        if code.startswith("en_") or code.count("_") > 1:
            continue
        locale = Locale.parse(code)
        symbols = locale._data["number_symbols"].get("latn", {})
        marks = tuple(symbols.get(k, "") for k in ("decimal", "group", "percentSign"))
        if all(marks):
            rows[code] = (*marks[:2], marks[2].strip("\u200e\u200f\u061c"))
        if "_" not in code and locale.percent_formats[None].pattern.startswith("%"):
            first.append(code)
    own = {code: marks for code, marks in rows.items() if "_" not in code or marks != rows.get(code.split("_")[0])}
    alike = {}
    for code, marks in own.items():
        alike.setdefault(marks, []).append(code.replace("_", "-"))
    doc = "Mark before the decimals, mark between the thousands, sign of percent, the languages and regions that write so; with figures 0 to 9."
    table = [quoted(*marks, " ".join(codes)) for marks, codes in sorted(alike.items())]
    write("separators.rs", "How languages write figures.", rust("SEPARATORS", doc, "(&str, &str, &str, &str)", table),
          rust("PERCENT_FIRST", "Languages whose sign of percent stands before the number.", "&str", [f'"{code}"' for code in first]))


def scales():
    """Scale words of every language: single words and abbreviations, without the letters of the metric system."""
    rows = []
    for code in sorted(localedata.locale_identifiers()):
        if "_" in code:
            continue
        words = set()
        for name in FIVE.get(code, [code]):
            formats = Locale.parse(name)._data["compact_decimal_formats"]
            for width in (*formats.get("long", {}).values(), *formats.get("short", {}).values()):
                for number, pattern in width.items():
                    zeros = pattern.pattern.count("0")
                    word = pattern.pattern.replace("'", "").strip("0 .\xa0\u202f\u200e\u200f")
                    # "mil millones" and "lakh crore" are read word by word; "K" and "M" are no words.
                    if zeros and word and not any(c.isspace() or c == "0" for c in word) and not (word.isascii() and len(word) < 2):
                        words.add((word.lower(), len(number) - zeros))
        # "KCr" and "LCr" are of tables, and a word with two powers says nothing.
        words = {w for w in words if w[0] not in ("kcr", "lcr") and sum(w[0] == other for other, _ in words) == 1}
        if words:
            packed = " ".join(f"{word}:{power}" for word, power in sorted(words, key=lambda w: (w[1], w[0])))
            rows.append(quoted(code, packed))
    doc = "Language, its scale words in lower case with their powers of ten."
    write("scales.rs", "Scale words.", rust("SCALES", doc, "(&str, &str)", rows))


def names():
    months, days = [], []
    for code, locales in FIVE.items():
        seen = {}
        for name in locales:
            locale = Locale.parse(name)
            for table, out in ((locale.months, 12), (locale.days, 7)):
                for context in ("format", "stand-alone"):
                    for width in ("wide", "abbreviated"):
                        for key, word in table[context][width].items():
                            seen.setdefault((out, key), set()).add(word.lower().rstrip("."))
        for (out, key), words in sorted(seen.items()):
            row = f'("{code}", "{"|".join(sorted(words))}", {key if out == 12 else key + 1})'
            (months if out == 12 else days).append(row)
    write("names.rs", "Months and weekdays.",
          rust("MONTHS", "Language, the month's names in lower case, its number from 1.", "(&str, &str, u8)", months),
          rust("WEEKDAYS", "Language, the day's names in lower case, its number from Monday, 1.", "(&str, &str, u8)", days))


def units():
    rows = []
    for code, locales in FIVE.items():
        for unit in UNITS:
            words = set()
            for name in locales:
                patterns = Locale.parse(name)._data["unit_patterns"].get(unit, {})
                for width in ("long", "short"):
                    for pattern in patterns.get(width, {}).values():
                        if isinstance(pattern, str) and "{0}" in pattern:
                            words.add(pattern.replace("{0}", "").replace("\xa0", " ").strip().lower().rstrip("."))
            # Rates are read apart, and "in" is nearly always the preposition.
            rate = ("/", "per ", "pro ", "par ", "por ")
            words = sorted(w for w in words if w and w != "in" and "″" not in w and "′" not in w and not w.startswith(rate))
            if words:
                rows.append(quoted(code, unit.split("-", 1)[1], "|".join(words)))
    write("units.rs", "What units are called.",
          rust("UNITS", "Language, the unit as the CLDR calls it, its names in lower case.", "(&str, &str, &str)", rows))


separators()
scales()
names()
units()
