//! Parts, money and shares: what the words and signs beside a number mean in the five languages.

/// What stands between two numbers that tell a share: "eight in ten".
pub const OUT_OF: [&str; 7] = [" in ", " out of ", " von ", " sur ", " de cada ", " av ", " of every "];

/// Words of a part, and how many of them make the whole; English singulars above "half" are ordinals too.
pub(super) const PARTS: &[(&str, &[(&str, u32)])] = &[
    (
        "en",
        &[
            ("half", 2),
            ("halves", 2),
            ("third", 3),
            ("thirds", 3),
            ("quarter", 4),
            ("quarters", 4),
            ("fifth", 5),
            ("fifths", 5),
            ("sixth", 6),
            ("sixths", 6),
            ("seventh", 7),
            ("sevenths", 7),
            ("eighth", 8),
            ("eighths", 8),
            ("tenth", 10),
            ("tenths", 10),
        ],
    ),
    (
        "de",
        &[
            ("hälfte", 2),
            ("drittel", 3),
            ("viertel", 4),
            ("fünftel", 5),
            ("sechstel", 6),
            ("achtel", 8),
            ("zehntel", 10),
        ],
    ),
    (
        "fr",
        &[
            ("moitié", 2),
            ("tiers", 3),
            ("quart", 4),
            ("quarts", 4),
            ("cinquième", 5),
            ("cinquièmes", 5),
            ("dixième", 10),
            ("dixièmes", 10),
        ],
    ),
    (
        "es",
        &[("mitad", 2), ("tercio", 3), ("tercios", 3), ("quinto", 5), ("quintos", 5), ("décimo", 10), ("décima", 10)],
    ),
    (
        "sv",
        &[
            ("hälften", 2),
            ("tredjedel", 3),
            ("tredjedelar", 3),
            ("fjärdedel", 4),
            ("fjärdedelar", 4),
            ("femtedel", 5),
            ("femtedelar", 5),
            ("tiondel", 10),
            ("tiondelar", 10),
        ],
    ),
];

/// Words of money: language ("" for all), word, ISO code or the word itself where it leaves the country open.
pub(super) const MONEY: &[(&str, &[(&str, &str)])] = &[
    (
        "",
        &[
            ("eur", "EUR"),
            ("usd", "USD"),
            ("gbp", "GBP"),
            ("sek", "SEK"),
            ("nok", "NOK"),
            ("dkk", "DKK"),
            ("chf", "CHF"),
            ("inr", "INR"),
            ("jpy", "JPY"),
            ("cny", "CNY"),
            ("euro", "EUR"),
            ("euros", "EUR"),
            ("yen", "JPY"),
            ("yuan", "CNY"),
        ],
    ),
    (
        "en",
        &[
            ("dollar", "USD"),
            ("dollars", "USD"),
            ("rupee", "INR"),
            ("rupees", "INR"),
            ("rs", "INR"),
            ("franc", "franc"),
            ("francs", "franc"),
            ("crown", "crown"),
            ("crowns", "crown"),
            ("krona", "SEK"),
            ("kronor", "SEK"),
            ("kroner", "crown"),
            ("krone", "crown"),
            ("lira", "lira"),
            ("dinar", "dinar"),
            ("dinars", "dinar"),
            ("rand", "ZAR"),
            ("shekel", "ILS"),
            ("shekels", "ILS"),
            ("rouble", "RUB"),
            ("roubles", "RUB"),
            ("ruble", "RUB"),
            ("rubles", "RUB"),
            ("peso", "peso"),
            ("pesos", "peso"),
            ("zloty", "PLN"),
            ("zlotys", "PLN"),
            ("cents", "cent"),
            ("pence", "penny"),
        ],
    ),
    ("de", &[("dollar", "USD"), ("franken", "CHF"), ("kronen", "crown"), ("rubel", "RUB"), ("rupien", "INR")]),
    (
        "fr",
        &[
            ("dollar", "USD"),
            ("dollars", "USD"),
            ("francs", "franc"),
            ("couronnes", "crown"),
            ("roubles", "RUB"),
            ("roupies", "INR"),
        ],
    ),
    (
        "es",
        &[
            ("dólar", "USD"),
            ("dólares", "USD"),
            ("francos", "franc"),
            ("coronas", "crown"),
            ("rublos", "RUB"),
            ("pesos", "peso"),
        ],
    ),
    (
        "sv",
        &[
            ("dollar", "USD"),
            ("kronor", "SEK"),
            ("krona", "SEK"),
            ("kr", "SEK"),
            ("pund", "GBP"),
            ("francs", "franc"),
            ("rubel", "RUB"),
        ],
    ),
];

/// Signs of money before or behind a number.
const SIGNS: [(char, &str); 14] = [
    ('$', "USD"),
    ('€', "EUR"),
    ('£', "GBP"),
    ('¥', "JPY"),
    ('￥', "JPY"),
    ('₹', "INR"),
    ('₽', "RUB"),
    ('₩', "KRW"),
    ('₺', "TRY"),
    ('₴', "UAH"),
    ('₪', "ILS"),
    ('฿', "THB"),
    ('₫', "VND"),
    ('₱', "PHP"),
];

/// The currency (ISO 4217) that `sign` stands for.
pub fn currency_of(sign: char) -> Option<&'static str> {
    SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, code)| *code)
}

/// True for a sign of percent in whatever script.
pub const fn is_percent_sign(sign: char) -> bool {
    matches!(sign, '%' | '％' | '٪')
}

/// How percent and percentage points are called, in lower case.
pub(super) const SHARES: [(&str, &[&str], &[&str]); 5] = [
    ("en", &["percent", "per cent", "pct"], &["percentage point", "percentage points", "pp"]),
    ("de", &["prozent"], &["prozentpunkt", "prozentpunkte", "prozentpunkten"]),
    ("fr", &["pour cent"], &["point de pourcentage", "points de pourcentage"]),
    ("es", &["por ciento"], &["punto porcentual", "puntos porcentuales"]),
    ("sv", &["procent"], &["procentenhet", "procentenheter"]),
];
