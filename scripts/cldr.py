"""Writes src/quantity/cldr/*.rs from the Unicode CLDR, by way of Babel (pip install babel).

python3 scripts/cldr.py        from the repository's root; run `cargo fmt` afterwards
"""
from babel import Locale, localedata
from babel import __version__ as babel

FIVE = {"en": ["en", "en_GB"], "de": ["de"], "fr": ["fr"], "es": ["es"], "sv": ["sv"]}
UNITS = """area-square-kilometer area-hectare area-square-meter area-square-mile area-acre area-square-foot
duration-year duration-month duration-week duration-day duration-hour duration-minute duration-second
length-kilometer length-meter length-centimeter length-millimeter length-mile length-yard length-foot length-inch length-nautical-mile
mass-tonne mass-kilogram mass-gram mass-milligram mass-pound mass-ounce mass-stone
power-gigawatt power-megawatt power-kilowatt speed-kilometer-per-hour speed-mile-per-hour speed-knot
temperature-celsius temperature-fahrenheit volume-cubic-kilometer volume-cubic-meter volume-liter volume-milliliter volume-gallon volume-cubic-foot""".split()


def rust(name, doc, kind, rows):
    head = f"/// {doc}\npub(in crate::quantity) const {name}: &[{kind}] = &[\n"
    return head + "".join(f"    {row},\n" for row in rows) + "];\n"


def quoted(*words):
    return "(" + ", ".join('"' + w.replace('"', '\\"') + '"' for w in words) + ")"


def write(path, says, *tables):
    with open("src/quantity/cldr/" + path, "w", encoding="utf-8") as f:
        f.write(f"//! {says} Made by `scripts/cldr.py` from the CLDR (Unicode licence) of Babel {babel}; not to be edited.\n\n")
        f.write("\n".join(tables))


def separators():
    rows = []
    for code in sorted(localedata.locale_identifiers()):
        if "_" in code:
            continue
        locale = Locale.parse(code)
        symbols = locale._data["number_symbols"].get("latn", {})
        decimal, group, percent = (symbols.get(k, "") for k in ("decimal", "group", "percentSign"))
        if decimal and group and percent:
            rows.append(quoted(code, decimal, group, percent))
    doc = "Language, mark before the decimals, mark between the thousands, sign of percent; with figures 0 to 9."
    write("separators.rs", "How languages write figures.", rust("SEPARATORS", doc, "(&str, &str, &str, &str)", rows))


def names():
    months, days, scales = [], [], []
    for code, locales in FIVE.items():
        seen = {}
        for name in locales:
            locale = Locale.parse(name)
            for table, out in ((locale.months, 12), (locale.days, 7)):
                for context in ("format", "stand-alone"):
                    for width in ("wide", "abbreviated"):
                        for key, word in table[context][width].items():
                            seen.setdefault((out, key), set()).add(word.lower().rstrip("."))
            for width in locale._data["compact_decimal_formats"]["long"].values():
                for number, pattern in width.items():
                    zeros = pattern.pattern.count("0")
                    word = pattern.pattern.strip("0 \xa0").strip()
                    # "mil millones" is read word by word.
                    if word and " " not in word and zeros:
                        scales.append((code, word.lower(), len(number) - zeros))
        for (out, key), words in sorted(seen.items()):
            row = f'("{code}", "{"|".join(sorted(words))}", {key if out == 12 else key + 1})'
            (months if out == 12 else days).append(row)
    scales = [f'("{code}", "{word}", {power})' for code, word, power in sorted(set(scales))]
    write("names.rs", "Months, weekdays and scale words.",
          rust("MONTHS", "Language, the month's names in lower case, its number from 1.", "(&str, &str, u8)", months),
          rust("WEEKDAYS", "Language, the day's names in lower case, its number from Monday, 1.", "(&str, &str, u8)", days),
          rust("SCALES", "Language, scale word in lower case, its power of ten.", "(&str, &str, u8)", scales))


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
names()
units()
