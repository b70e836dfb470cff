//! Tests of the reader of quantities.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Amount, Clock, Date, Hedge, Measure, Quantity, QuantityRelation, QuantityValue, Unit, compare, read};

/// What is read of a text, each as it prints; parts as decimals, years and days as dates.
fn printed(text: &str, language: &str) -> Vec<String> {
    read(text, language).iter().map(shown).collect()
}

fn shown(quantity: &Quantity) -> String {
    let hedge = if quantity.hedge == Hedge::None { String::new() } else { format!("{:?} ", quantity.hedge) };
    match &quantity.value {
        QuantityValue::Amount(amount) if amount.unit == Unit::Part => format!("{hedge}part {amount}"),
        QuantityValue::Amount(amount) => format!("{hedge}{amount}"),
        QuantityValue::Ordinal(place) => format!("{hedge}no. {place}"),
        QuantityValue::Date(date) => {
            let weekday = date.weekday.map(|(day, _)| format!("{day:?} ")).unwrap_or_default();
            format!("{hedge}{weekday}{date}").trim_end().to_owned()
        }
        QuantityValue::Clock(clock) => format!("{hedge}{clock}"),
    }
}

#[test]
fn figures_are_read_with_their_units() {
    for (text, wanted) in [
        ("It cost $2.4 million, or about 3 percent.", vec!["$2,400,000", "About 3 percent"]),
        ("a $3m plan, £2bn of debt, €5,000", vec!["$3,000,000", "£2,000,000,000", "€5,000"]),
        ("rose by 20–25% to 1,500 votes", vec!["20–25 percent", "1,500"]),
        ("up 5 percentage points, or half a percentage point", vec!["5 percentage points", "0.5 percentage points"]),
        (
            "50 miles (80 km), 12 metres, 2,000 square miles",
            vec!["50 miles", "80 kilometers", "12 meters", "2,000 square miles"],
        ),
        ("1,50,000 families got 5 lakh rupees, 2 crore in all", vec!["150,000", "500,000 INR", "20,000,000"]),
        (
            "a 47-year-old, 82 years old, at 20 °C, 90 km/h",
            vec!["47 years old", "82 years old", "20 degrees Celsius", "90 kilometers per hour"],
        ),
        ("from 9 a.m. until 2:30 p.m.", vec!["09:00", "14:30"]),
        ("her 21st title, the third in a row", vec!["no. 21", "no. 3"]),
        ("more than 40, at least 12, nearly 3,000, up to 9", vec!["Over 40", "AtLeast 12", "Nearly 3,000", "AtMost 9"]),
    ] {
        assert_eq!(printed(text, "en"), wanted, "{text}");
    }
}

#[test]
fn bounds_are_read_in_five_languages() {
    for (language, text, wanted) in [
        ("en", "no fewer than 40, no more than 12, a maximum of 9", vec!["AtLeast 40", "AtMost 12", "AtMost 9"]),
        ("de", "nicht weniger als 40, maximal 12, wenigstens 9", vec!["AtLeast 40", "AtMost 12", "AtLeast 9"]),
        ("fr", "jusqu'à 40, jusqu’à 12, au plus 9", vec!["AtMost 40", "AtMost 12", "AtMost 9"]),
        ("es", "como máximo 40, por lo menos 12, no menos de 9", vec!["AtMost 40", "AtLeast 12", "AtLeast 9"]),
        ("sv", "fler än 40, färre än 12, inte fler än 9", vec!["Over 40", "Under 12", "AtMost 9"]),
    ] {
        assert_eq!(printed(text, language), wanted, "{text}");
    }
}

#[test]
fn number_words_are_read_in_five_languages() {
    for (language, text, wanted) in [
        ("en", "forty-one of two hundred and six, two dozen", vec!["41", "206", "24"]),
        (
            "en",
            "two and a half million people, half a million cars, three quarters of the seats",
            vec!["2,500,000", "500,000", "part 0.75"],
        ),
        ("en", "a hundred and a third of them", vec!["100", "part 0.3333333333333333333333333333"]),
        (
            "de",
            "zweiundvierzig Stimmen, zweieinhalb Millionen, dreihundertfünf, die Hälfte",
            vec!["42", "2,500,000", "305", "part 0.5"],
        ),
        ("fr", "quatre-vingt-dix élus, vingt et un, soixante-dix-sept, deux cents", vec!["90", "21", "77", "200"]),
        ("es", "treinta y dos casas, doscientas, dos millones", vec!["32", "200", "2,000,000"]),
        ("sv", "tjugofem hus, tvåhundra, fyra miljoner kronor", vec!["25", "200", "4,000,000 SEK"]),
        // Half of the scale word before it.
        (
            "en",
            "a billion and a half dollars, two million and a half, 3 billion",
            vec!["$1,500,000,000", "2,500,000", "3,000,000,000"],
        ),
        ("de", "eine Million und eine halbe, eine Million", vec!["1,500,000", "1,000,000"]),
        ("fr", "un million et demi d'euros", vec!["€1,500,000"]),
        ("es", "un millón y medio de euros", vec!["€1,500,000"]),
        ("sv", "en miljard och en halv kronor", vec!["1,500,000,000 SEK"]),
    ] {
        assert_eq!(printed(text, language), wanted, "{text}");
    }
}

/// In a text of another language point and comma change places; where that is all it can be, the number is read so.
#[test]
fn point_and_comma_may_change_places() {
    for (language, text, wanted) in [
        ("en", "1.250.000 visitors, 12.400,50 euros", vec!["1,250,000", "€12,400.5"]),
        ("de", "1,250,000 Gäste, 12,400.50 Euro", vec!["1,250,000", "€12,400.5"]),
        ("en", "the machine at 192.168.100.200, version 2.10.3", vec![]),
    ] {
        assert_eq!(printed(text, language), wanted, "{text}");
    }
}

#[test]
fn each_language_has_its_marks_and_scales() {
    for (language, text, wanted) in [
        (
            "de",
            "1.000 Euro, 1,2 Milliarden Euro, 3 Mio. Euro, 5 Prozentpunkte",
            vec!["€1,000", "€1,200,000,000", "€3,000,000", "5 percentage points"],
        ),
        ("de", "eine Billion Euro", vec!["€1,000,000,000,000"]),
        (
            "de",
            "2 Trillionen, 3 Bio. Euro, 3 billion dollar",
            vec!["2,000,000,000,000,000,000", "€3,000,000,000,000", "$3,000,000,000"],
        ),
        (
            "en",
            "Rs 5 crore, Rs. 3 lakh crore, 3 Milliarden, 2 billones",
            vec!["50,000,000 INR", "3,000,000,000,000 INR", "3,000,000,000", "2,000,000,000,000"],
        ),
        ("fr", "3 billions d'euros, 2 Md d'euros", vec!["€3,000,000,000,000", "€2,000,000,000"]),
        ("sv", "2 biljoner kronor, 3 mdr kronor", vec!["2,000,000,000,000 SEK", "3,000,000,000 SEK"]),
        ("fr", "1,2 million d'euros, 12 500 euros, 90 %", vec!["€1,200,000", "€12,500", "90 percent"]),
        (
            "es",
            "1.200 millones de euros, 3 billones, cinco mil millones",
            vec!["€1,200,000,000", "3,000,000,000,000", "5,000,000,000"],
        ),
        (
            "sv",
            "1 000 kronor, 1,2 miljarder, 82 år gammal, 3 procent",
            vec!["1,000 SEK", "1,200,000,000", "82 years old", "3 percent"],
        ),
        ("sv", "11 400 år 2025, 82 år", vec!["11,400", "2025", "82 years"]),
        ("pl", "12 500 i 3,5 %, 4 mln i 2 miliardy", vec!["12,500", "3.5 percent", "4,000,000", "2,000,000,000"]),
        ("tr", "%5 ve 1.200", vec!["5 percent", "1,200"]),
        ("ur", "5٪", vec!["5 percent"]),
        ("de-CH", "1\u{2019}200.50 Franken", vec!["1,200.5 CHF"]),
        ("es-MX", "1,200.50 pesos", vec!["1,200.5 peso"]),
        ("en-ZA", "1,200.50", vec!["1,200.5"]),
    ] {
        assert_eq!(printed(text, language), wanted, "{text}");
    }
}

#[test]
fn dates_are_read_whole_or_in_part() {
    for (language, text, wanted) in [
        ("en", "on Tuesday, 14 March 2019, and Sunday", vec!["Tuesday 14 March 2019", "Sunday"]),
        (
            "en",
            "June 1, 2018; 3rd of May; March 1980; 2016-12-30; in 1999",
            vec!["1 June 2018", "3 May", "March 1980", "30 December 2016", "1999"],
        ),
        ("en", "He may march in 1899–1984.", vec!["1899", "1984"]),
        ("en", "in the 1970s and 1980", vec!["1970s", "1980"]),
        ("de", "in den 1970er Jahren", vec!["1970s"]),
        ("de", "am Samstag, dem 22. September 2013; 3.10.1990", vec!["Saturday 22 September 2013", "3 October 1990"]),
        ("fr", "le mardi 13 mai 2025, le 1er juin", vec!["Tuesday 13 May 2025", "1 June"]),
        ("es", "el martes 13 de mayo de 2025", vec!["Tuesday 13 May 2025"]),
        ("sv", "onsdagen den 14 maj 2025", vec!["Wednesday 14 May 2025"]),
    ] {
        assert_eq!(printed(text, language), wanted, "{text}");
    }
}

#[test]
fn what_is_no_quantity_is_not_read() {
    for text in [
        "call 1-209-555-1000",
        "version 1.2.3",
        "an A320, the G7, a 4x4, STS-135",
        "it ended 3-2",
        "51°30′ N",
        "#42 @7",
        "0049 30 123",
        "id 00123",
        "file_12",
        "in 3D",
        "Sun and mar and so on may march",
    ] {
        let read = printed(text, "en");
        assert!(read.iter().all(|one| one == "30" || one == "123"), "{text}: {read:?}");
    }
    let endless = "9".repeat(1000);
    assert_eq!(printed(&endless, "en"), Vec::<String>::new());
    assert_eq!(printed("14 March 99999 and 14 March 0", "en"), ["14 March", "99,999", "14 March", "0"]);
}

fn likeness(one: &str, other: &str) -> QuantityRelation {
    compare(&read(one, "en")[0], &read(other, "en")[0])
}

#[test]
fn two_quantities_are_equal_rounded_converted_or_different() {
    for (one, other, wanted) in [
        ("340 homes", "340", QuantityRelation::Equal),
        ("$2.4 million", "$2,400,000", QuantityRelation::Equal),
        ("$2.4 million", "$2,412,345", QuantityRelation::Rounded),
        ("1.2 km", "1,200 m", QuantityRelation::Equal),
        ("2.5 kg", "2,500 grams", QuantityRelation::Equal),
        ("nearly 50 miles", "49 miles", QuantityRelation::Rounded),
        ("more than 40", "57", QuantityRelation::Rounded),
        // A nought at the end of a figure rounds by a twentieth at most, where no hedge says more.
        ("100 dead", "98 dead", QuantityRelation::Rounded),
        ("100 dead", "149 dead", QuantityRelation::Differs),
        ("40 years", "36 years", QuantityRelation::Differs),
        ("about 40 years", "36 years", QuantityRelation::Rounded),
        ("1 million", "550,000", QuantityRelation::Differs),
        ("60 percent", "55 percent", QuantityRelation::Differs),
        ("nearly 1 million", "958,000", QuantityRelation::Rounded),
        // A part in words is as round as a figure of one place, and hedged as one.
        ("a third of them", "33.4 percent", QuantityRelation::Converted),
        ("two thirds of them", "66.5 percent", QuantityRelation::Converted),
        ("nearly half of them", "48.7 percent", QuantityRelation::Converted),
        ("nearly half of them", "51.2 percent", QuantityRelation::Differs),
        ("more than half of them", "54 percent", QuantityRelation::Converted),
        ("more than half of them", "46 percent", QuantityRelation::Differs),
        ("a third of them", "38 percent", QuantityRelation::Differs),
        ("a quarter of a million", "250,000", QuantityRelation::Equal),
        // Ten years hold each of them.
        ("the 1970s", "1974", QuantityRelation::Rounded),
        ("the 1970s", "3 May 1979", QuantityRelation::Rounded),
        ("the 1970s", "1980", QuantityRelation::Differs),
        ("the 1970s", "1970s", QuantityRelation::Equal),
        ("50 miles", "80 km", QuantityRelation::Converted),
        ("50 miles", "30 km", QuantityRelation::Differs),
        ("68 degrees Fahrenheit", "20 °C", QuantityRelation::Converted),
        ("half of them", "50 percent", QuantityRelation::Converted),
        ("40", "30", QuantityRelation::Differs),
        ("3 percent", "3 percentage points", QuantityRelation::Incomparable),
        ("3 miles", "3 kilograms", QuantityRelation::Incomparable),
        ("14 March 2019", "March 2019", QuantityRelation::Rounded),
        ("14 March 2019", "15 March", QuantityRelation::Differs),
        ("2,000 kilograms", "4,400 pounds", QuantityRelation::Converted),
        // A nought at the end is no licence: where the other is told to a figure more, the two are a tenth apart at most.
        ("10 kilometres", "8.2 miles", QuantityRelation::Differs),
        ("100 hectares", "347 acres", QuantityRelation::Differs),
        ("80 kilograms", "196 pounds", QuantityRelation::Differs),
        ("20 miles", "30 km", QuantityRelation::Converted),
        ("20 km", "10 miles", QuantityRelation::Converted),
        ("one mile", "2 km", QuantityRelation::Converted),
        // Whichever ton, gallon or barrel is meant.
        ("300 tons", "300 tonnes", QuantityRelation::Converted),
        ("300 tons", "272,000 kg", QuantityRelation::Converted),
        ("300 tons", "200 tonnes", QuantityRelation::Differs),
        ("1,000 gallons", "4,550 litres", QuantityRelation::Converted),
        ("50,000 barrels", "8 million litres", QuantityRelation::Converted),
        ("50,000 barrels", "2 million gallons", QuantityRelation::Converted),
        ("50,000 barrels", "4 million litres", QuantityRelation::Differs),
        ("30 °C", "94 °F", QuantityRelation::Differs),
    ] {
        assert_eq!(likeness(one, other), wanted, "{one} | {other}");
        assert_eq!(likeness(other, one), wanted, "{other} | {one}");
    }
}

/// Every unit of measure that the CLDR names and the reader knows in English.
const MEASURED: [&str; 32] = [
    "ton",
    "barrel",
    "kilometer",
    "meter",
    "centimeter",
    "millimeter",
    "mile",
    "nautical-mile",
    "yard",
    "foot",
    "inch",
    "square-kilometer",
    "hectare",
    "square-meter",
    "square-mile",
    "acre",
    "square-foot",
    "cubic-meter",
    "liter",
    "milliliter",
    "gallon",
    "tonne",
    "kilogram",
    "gram",
    "pound",
    "ounce",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "kilometer-per-hour",
];

proptest! {
    #[test]
    fn what_is_printed_is_read_back(whole in 0_i64..10_000_000_000, places in 0_u32..3, unit in 0_usize..36) {
        let units = [Unit::Bare, Unit::Percent, Unit::Points, Unit::Money("USD"), Unit::Money("GBP"), Unit::Age];
        let measured = MEASURED.iter().filter_map(|name| Measure::named(name)).map(Unit::Measure);
        let units: Vec<Unit> = units.into_iter().chain(measured).collect();
        let value = Decimal::new(whole, places).normalize();
        let amount = Amount { value, upto: None, step: Decimal::ONE, unit: units[unit], in_words: false };
        let printed = amount.to_string();
        let back = read(&printed, "en");
        let back = back.first().and_then(Quantity::amount).expect("it is read");
        prop_assert_eq!((back.value, back.unit), (value, units[unit]), "{}", printed);
    }

    #[test]
    fn a_range_is_read_back(low in 1_i64..5000, more in 1_i64..5000) {
        let (value, upto) = (low.into(), (low + more).into());
        let amount = Amount { value, upto: Some(upto), step: Decimal::ONE, unit: Unit::Percent, in_words: false };
        let back = read(&amount.to_string(), "en");
        let back = back.first().and_then(Quantity::amount).expect("it is read");
        prop_assert_eq!((back.value, back.upto, back.unit), (value, Some(upto), Unit::Percent), "{}", amount);
    }

    #[test]
    fn dates_and_times_of_day_are_read_back(year in 1000_i16..2200, month in 1_i8..13, day in 1_i8..32, hour in 0_i8..24, minute in 0_i8..60) {
        for told in [(Some(year), Some(month), Some(day)), (None, Some(month), Some(day)), (Some(year), Some(month), None)] {
            let date = Date { year: told.0, month: told.1, day: told.2, ..Date::default() };
            let back = read(&date.to_string(), "en");
            let back = back.first().and_then(Quantity::date).expect("it is read");
            prop_assert_eq!((back.year, back.month, back.day), told, "{}", date);
        }
        let clock = Clock { hour, minute };
        let back = read(&clock.to_string(), "en").into_iter().next().map(|one| one.value);
        prop_assert_eq!(back, Some(QuantityValue::Clock(clock)), "{}", clock);
    }

    #[test]
    fn any_text_is_read_in_order_and_within_itself(text in "\\PC{0,60}|[0-9.,:/ –-]{0,40}|([a-z]{1,9}[ -]|[0-9]{1,5}[ .,%$]){0,12}", language in "en|de|fr|es|sv|pl|tr|") {
        let mut last = 0;
        for quantity in read(&text, &language) {
            prop_assert!(quantity.span.start >= last && !quantity.span.of(&text).is_empty());
            last = quantity.span.end;
        }
    }

    #[test]
    fn it_makes_no_difference_which_of_two_stands_first(one in QUANTITY, other in QUANTITY) {
        let (one, other) = (read(&one, "en"), read(&other, "en"));
        for (one, other) in one.iter().zip(&other) {
            prop_assert_eq!(compare(one, other), compare(other, one), "{:?} {:?}", one, other);
            prop_assert_eq!(compare(one, one), QuantityRelation::Equal);
        }
    }

    #[test]
    fn the_larger_of_two_is_the_larger_in_any_unit(low in 1_i64..1_000_000, more in 1_i64..1_000_000, unit in 0_usize..32) {
        let measure = Measure::named(MEASURED[unit]).expect("it is known");
        let of = |value: i64| measure.in_base(value.into()).expect("it is small enough");
        prop_assert!(of(low) < of(low + more));
        prop_assert_eq!(of(low) + of(more), of(low + more));
    }

    #[test]
    fn a_value_rounded_to_its_step_is_that_value_rounded(value in 1001_i64..9_999_999, digits in 1_u32..3) {
        let unit = 10_i64.pow(digits);
        let round = (value + unit / 2) / unit * unit;
        prop_assume!(round != value && value % 10 != 0);
        let exact = Amount { value: value.into(), upto: None, step: Decimal::ONE, unit: Unit::Bare, in_words: false };
        let rounded = Amount { value: round.into(), step: unit.into(), ..exact.clone() };
        prop_assert!(super::rounds_to(&rounded, &exact));
        prop_assert!(!super::rounds_to(&exact, &rounded));
    }

    #[test]
    fn what_is_rounded_in_words_is_rounded(tenths in 11_i64..999, less in 0_i64..50_000) {
        // "2.4 million" and any number that rounds to it.
        let exact = tenths * 100_000 + less - 25_000;
        let (round, exact) = (format!("{}.{} million", tenths / 10, tenths % 10), exact.to_string());
        let (round, exact) = (read(&round, "en"), read(&exact, "en"));
        let relation = compare(&round[0], &exact[0]);
        prop_assert!(matches!(relation, QuantityRelation::Equal | QuantityRelation::Rounded), "{:?} {:?}", round, exact);
    }

    #[test]
    fn about_and_nearly_leave_room_on_their_side(value in 1_i64..1_000_000, off in 0_i64..1_000_000) {
        let (said, step) = (Decimal::from(value), Decimal::ONE);
        let (less, more) = (Decimal::from(value - off), Decimal::from(value + off));
        prop_assert_eq!(Hedge::About.allows(said, step, less), Hedge::About.allows(said, step, more));
        prop_assert!(Hedge::Over.allows(said, step, more) && Hedge::AtMost.allows(said, step, less));
        prop_assert!(off == 0 || !Hedge::Nearly.allows(said, step, more) && !Hedge::Under.allows(said, step, more));
    }
}

/// Texts of one quantity.
const QUANTITY: &str = "(about |nearly |more than |up to |)([1-9][0-9]{0,5}|[1-9][.][0-9] million|half|three quarters)\
    ( percent| miles| km| kilograms| pounds| years| dollars| years old|)|[1-9] (March|May) (19|20)[0-9]{2}|March 20[0-9]{2}|1?[0-9]:[0-5][0-9]";
