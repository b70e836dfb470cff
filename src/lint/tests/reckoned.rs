//! Tests of what can be reckoned from a sentence alone: conversions, points, shares and changes, and ages on the day of writing.

use super::{Certainty, article, codes, findings};

/// Language, kind, weight, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, Certainty, &str, &str)] = &[
    ("en", "unit", Certainty::Error, "It is 10 kilometres (8.2 miles) away.", "It is 10 kilometres (6.2 miles) away."),
    (
        "en",
        "unit",
        Certainty::Error,
        "They cleared 100 hectares (347 acres).",
        "They cleared 100 hectares (247 acres).",
    ),
    ("en", "unit", Certainty::Error, "It weighs 80 kilograms (196 pounds).", "It weighs 80 kilograms (176 pounds)."),
    ("en", "unit", Certainty::Error, "It was 30 °C (94 °F) in the shade.", "It was 30 °C (86 °F) in the shade."),
    ("de", "unit", Certainty::Error, "Es sind 10 Kilometer (8,2 Meilen).", "Es sind 10 Kilometer (6,2 Meilen)."),
    (
        "fr",
        "unit",
        Certainty::Error,
        "Elle pèse 80 kilogrammes (196 livres).",
        "Elle pèse 80 kilogrammes (176 livres).",
    ),
    ("es", "unit", Certainty::Error, "Quedan 10 kilómetros (8,2 millas).", "Quedan 10 kilómetros (6,2 millas)."),
    ("sv", "unit", Certainty::Error, "Muren är 10 meter (48 fot) hög.", "Muren är 10 meter (33 fot) hög."),
    (
        "en",
        "points",
        Certainty::Doubt,
        "The rate went from 3 percent to 5 percent, a rise of 3 percentage points.",
        "The rate went from 3 percent to 5 percent, a rise of 2 percentage points.",
    ),
    (
        "en",
        "points",
        Certainty::Error,
        "The rate rose by 7 percentage points, from 3 percent to 5 percent.",
        "The rate rose by 2 percentage points, from 3 percent to 5 percent.",
    ),
    (
        "de",
        "points",
        Certainty::Error,
        "Der Anteil stieg von 3 auf 5 Prozent, ein Plus von 4 Prozentpunkten.",
        "Der Anteil stieg von 3 auf 5 Prozent, ein Plus von 2 Prozentpunkten.",
    ),
    (
        "fr",
        "points",
        Certainty::Error,
        "La part est passée de 3 % à 5 %, soit une hausse de 4 points de pourcentage.",
        "La part est passée de 3 % à 5 %, soit une hausse de 2 points de pourcentage.",
    ),
    (
        "es",
        "points",
        Certainty::Error,
        "La tasa pasó del 3 por ciento al 5 por ciento, un aumento de 4 puntos porcentuales.",
        "La tasa pasó del 3 por ciento al 5 por ciento, un aumento de 2 puntos porcentuales.",
    ),
    (
        "sv",
        "points",
        Certainty::Error,
        "Andelen steg från 3 procent till 5 procent, en ökning med 4 procentenheter.",
        "Andelen steg från 3 procent till 5 procent, en ökning med 2 procentenheter.",
    ),
    (
        "en",
        "share",
        Certainty::Error,
        "Of the 340 employees, 170 are women, 40 percent.",
        "Of the 340 employees, 170 are women, 50 percent.",
    ),
    (
        "de",
        "share",
        Certainty::Error,
        "Von den 340 Beschäftigten sind 170 Frauen, 40 Prozent.",
        "Von den 340 Beschäftigten sind 170 Frauen, 50 Prozent.",
    ),
    (
        "fr",
        "share",
        Certainty::Error,
        "Sur les 340 salariés, 170 sont des femmes, 40 %.",
        "Sur les 340 salariés, 170 sont des femmes, 50 %.",
    ),
    (
        "es",
        "share",
        Certainty::Error,
        "De los 340 empleados, 170 son mujeres, el 40 por ciento.",
        "De los 340 empleados, 170 son mujeres, el 50 por ciento.",
    ),
    (
        "sv",
        "share",
        Certainty::Error,
        "Av de 340 anställda är 170 kvinnor, 40 procent.",
        "Av de 340 anställda är 170 kvinnor, 50 procent.",
    ),
    (
        "en",
        "change",
        Certainty::Error,
        "Traffic grew from 10,000 cars a day in 2015 to 11,400 in 2025, an increase of 24 percent.",
        "Traffic grew from 10,000 cars a day in 2015 to 11,400 in 2025, an increase of 14 percent.",
    ),
    (
        "en",
        "change",
        Certainty::Error,
        "Traffic grew by 24 percent between 2015 and 2025, from 10,000 cars a day to 11,400.",
        "Traffic grew by 14 percent between 2015 and 2025, from 10,000 cars a day to 11,400.",
    ),
    (
        "de",
        "change",
        Certainty::Error,
        "Der Verkehr wuchs von 10.000 Autos im Jahr 2015 auf 11.400 im Jahr 2025, ein Plus von 24 Prozent.",
        "Der Verkehr wuchs von 10.000 Autos im Jahr 2015 auf 11.400 im Jahr 2025, ein Plus von 14 Prozent.",
    ),
    (
        "fr",
        "change",
        Certainty::Error,
        "Le trafic est passé de 10 000 voitures en 2015 à 11 400 en 2025, soit une hausse de 24 %.",
        "Le trafic est passé de 10 000 voitures en 2015 à 11 400 en 2025, soit une hausse de 14 %.",
    ),
    (
        "es",
        "change",
        Certainty::Error,
        "El tráfico pasó de 10.000 coches en 2015 a 11.400 en 2025, un aumento del 24 por ciento.",
        "El tráfico pasó de 10.000 coches en 2015 a 11.400 en 2025, un aumento del 14 por ciento.",
    ),
    (
        "sv",
        "change",
        Certainty::Error,
        "Trafiken växte från 10 000 bilar år 2015 till 11 400 år 2025, en ökning med 24 procent.",
        "Trafiken växte från 10 000 bilar år 2015 till 11 400 år 2025, en ökning med 14 procent.",
    ),
    (
        "en",
        "age",
        Certainty::Error,
        "~ 13 May 2026\nAnna Holm, 52, was born in 1963.",
        "~ 13 May 2026\nAnna Holm, 62, was born in 1963.",
    ),
    (
        "en",
        "age",
        Certainty::Doubt,
        "~ 13 May 2026\nAnna Holm, 61, was born in 1963.",
        "~ 13 May 2026\nAnna Holm, 63, was born in 1963.",
    ),
    (
        "de",
        "age",
        Certainty::Error,
        "~ 13. Mai 2026\nAnna Holm (52) wurde 1963 geboren.",
        "~ 13. Mai 2026\nAnna Holm (62) wurde 1963 geboren.",
    ),
    (
        "fr",
        "age",
        Certainty::Error,
        "~ 13 mai 2026\nAnna Holm, 52 ans, est née en 1963.",
        "~ 13 mai 2026\nAnna Holm, 62 ans, est née en 1963.",
    ),
    (
        "es",
        "age",
        Certainty::Error,
        "~ 13 de mayo de 2026\nAnna Holm, 52 años, nació en 1963.",
        "~ 13 de mayo de 2026\nAnna Holm, 62 años, nació en 1963.",
    ),
    (
        "sv",
        "age",
        Certainty::Error,
        "~ 13 maj 2026\nAnna Holm, 52 år, föddes 1963.",
        "~ 13 maj 2026\nAnna Holm, 62 år, föddes 1963.",
    ),
    (
        "en",
        "age",
        Certainty::Error,
        "Born in 1931, the painter died in 2003 at the age of 82.",
        "Born in 1931, the painter died in 2003 at the age of 72.",
    ),
    (
        "en",
        "age",
        Certainty::Error,
        "Born in 1931, she died in 2003, aged 82.",
        "Born in 1931, she died in 2003, aged 71.",
    ),
    (
        "de",
        "age",
        Certainty::Error,
        "Geboren 1931, starb sie 2003 im Alter von 82 Jahren.",
        "Geboren 1931, starb sie 2003 im Alter von 72 Jahren.",
    ),
    (
        "fr",
        "age",
        Certainty::Error,
        "Née en 1931, elle est morte en 2003 à 82 ans.",
        "Née en 1931, elle est morte en 2003 à 72 ans.",
    ),
    (
        "es",
        "age",
        Certainty::Error,
        "Nacida en 1931, murió en 2003 a los 82 años.",
        "Nacida en 1931, murió en 2003 a los 72 años.",
    ),
    (
        "en",
        "share",
        Certainty::Error,
        "Two thirds of the 90 homes, or 50, burnt.",
        "Two thirds of the 90 homes, or 60, burnt.",
    ),
    ("en", "share", Certainty::Error, "Half of the 60 members, 20, said no.", "Half of the 60 members, 30, said no."),
    (
        "de",
        "share",
        Certainty::Error,
        "Die Hälfte der 60 Mitglieder, also 20, kam.",
        "Die Hälfte der 60 Mitglieder, also 30, kam.",
    ),
    (
        "es",
        "share",
        Certainty::Error,
        "La mitad de los 60 miembros, o 20, votó.",
        "La mitad de los 60 miembros, o 30, votó.",
    ),
    (
        "sv",
        "share",
        Certainty::Error,
        "Hälften av de 60 ledamöterna, eller 20, kom.",
        "Hälften av de 60 ledamöterna, eller 30, kom.",
    ),
    (
        "en",
        "change",
        Certainty::Error,
        "The price rose 50 percent to $12 from $10.",
        "The price rose 20 percent to $12 from $10.",
    ),
    ("en", "change", Certainty::Doubt, "Traffic rose to 300 from 400.", "Traffic rose to 400 from 300."),
];

#[test]
fn what_can_be_reckoned_is_found_where_it_is_wrong_and_not_where_it_is_right() {
    for (language, kind, weight, wrong, right) in SLIPS {
        assert_eq!(codes(wrong, language), [(*kind, *weight)], "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn a_round_conversion_is_none_that_is_wrong() {
    for text in [
        "It is 20 miles (30 km) to the coast, 50 miles (80 km) by road and a mile (2 km) on foot.",
        "It is 20 km (10 miles) to the coast and 200 km (125 miles) to the border.",
        "The sack weighs 100 pounds (50 kg), the box 3 pounds (1 kg) and the boat 70 kilograms (154 pounds).",
        "The wall is 3 feet (1 m) thick, 30 metres (100 feet) long and 300 feet (90 metres) deep.",
        "The park has 1,000 acres (400 hectares), the garden 10 acres (4 hectares).",
        "It was 20 °C (70 °F) at noon and 40 °C (104 °F) in the sun.",
        "The race is two million km (one million miles) long.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn a_figure_of_something_else_is_no_share_and_no_change() {
    for text in [
        "Of the 340 employees, 170 are women, 40 percent more than in 2019.",
        "Of the 340 employees, 170 are women, 40 percent of whom work part time.",
        "Of the 340 employees, 170 are women, up from 150 of 310.",
        "Traffic grew from 10,000 cars a day in 2015 to 11,400 in 2025, against an increase of 24 percent elsewhere.",
        "Traffic grew from 10,000 cars a day in 2015 to 11,400 in 2025, while it fell by 24 percent elsewhere.",
        "Half of the 60 members, 20 of them women, said no.",
        "A third of the 90 homes, or 31, burnt, and the 12 boats.",
        "Born in 1950, she won in 2001 when the count was 60.",
        "The price rose 20 percent to $12 from $10 in May, and 50 percent since 2010.",
        "The rate went from 3.4 percent to 5.1 percent, a rise of 2 percentage points.",
        "The rate went from 3 percent to 5 percent, compared with a rise of 3 percentage points elsewhere.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn an_age_beside_a_birth_is_held_against_the_day_of_writing_alone() {
    for text in [
        // Without a date of its own an article may have been written when the age was right.
        "Anna Holm, 52, was born in 1963.",
        "~ 13 May 2026\nAnna Holm, 52, whose father was born in 1933, spoke.",
        "~ 13 May 2026\nAnna Holm, 52, died in the fire; she was born in 1963.",
        "~ 13 May 2026\n\"Anna Holm, 52, was born in 1963,\" the old file says.",
        "~ 13 May 2026\nAnna Holm, about 52, was born in 1963.",
        "~ 13 May 2026\nRoom 14, 52, was built in 1963.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    let imported = |text: &str| {
        let mut article = article(text, "en");
        article.provenance.imported_at = "2026-03-03T10:00:00Z".into();
        findings(&article).len()
    };
    assert_eq!(imported("Anna Holm, 72, was born in 1963."), 1);
    assert_eq!(imported("Anna Holm, 52, was born in 1963."), 0);
}
