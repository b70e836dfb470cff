//! Units of measure and how they are turned into each other, exactly.

use rust_decimal::Decimal;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In grams.
    Mass,
    /// In seconds.
    Time,
    /// In months: how many days they have is open.
    Months,
    /// In metres an hour.
    Speed,
    /// In watts.
    Power,
    /// In degrees Celsius.
    Temperature,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Its name in the CLDR, such as `kilometer`.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's own unit it is, and by what power of ten that is to be divided: exact by definition.
    factor: (i64, u32),
}

/// Name, dimension and factor of every unit. The pound, ounce, inch and their kin by the international agreement of 1959, gallons and
/// tons those of the United States, barrels those of oil: 42 gallons.
const MEASURES: [(&str, Dimension, i64, u32); 40] = [
    ("kilometer", Dimension::Length, 1000, 0),
    ("meter", Dimension::Length, 1, 0),
    ("centimeter", Dimension::Length, 1, 2),
    ("millimeter", Dimension::Length, 1, 3),
    ("mile", Dimension::Length, 1_609_344, 3),
    ("nautical-mile", Dimension::Length, 1852, 0),
    ("yard", Dimension::Length, 9144, 4),
    ("foot", Dimension::Length, 3048, 4),
    ("inch", Dimension::Length, 254, 4),
    ("square-kilometer", Dimension::Area, 1_000_000, 0),
    ("hectare", Dimension::Area, 10_000, 0),
    ("square-meter", Dimension::Area, 1, 0),
    ("square-mile", Dimension::Area, 2_589_988_110_336, 6),
    ("acre", Dimension::Area, 40_468_564_224, 7),
    ("square-foot", Dimension::Area, 9_290_304, 8),
    ("cubic-kilometer", Dimension::Volume, 1_000_000_000, 0),
    ("cubic-meter", Dimension::Volume, 1, 0),
    ("cubic-foot", Dimension::Volume, 28_316_846_592, 12),
    ("liter", Dimension::Volume, 1, 3),
    ("milliliter", Dimension::Volume, 1, 6),
    ("gallon", Dimension::Volume, 3_785_411_784, 12),
    ("barrel", Dimension::Volume, 158_987_294_928, 12),
    ("tonne", Dimension::Mass, 1_000_000, 0),
    ("ton", Dimension::Mass, 90_718_474, 2),
    ("kilogram", Dimension::Mass, 1000, 0),
    ("gram", Dimension::Mass, 1, 0),
    ("milligram", Dimension::Mass, 1, 3),
    ("pound", Dimension::Mass, 45_359_237, 5),
    ("ounce", Dimension::Mass, 28_349_523_125, 9),
    ("stone", Dimension::Mass, 635_029_318, 5),
    ("second", Dimension::Time, 1, 0),
    ("minute", Dimension::Time, 60, 0),
    ("hour", Dimension::Time, 3600, 0),
    ("day", Dimension::Time, 86_400, 0),
    ("week", Dimension::Time, 604_800, 0),
    ("month", Dimension::Months, 1, 0),
    ("year", Dimension::Months, 12, 0),
    ("kilometer-per-hour", Dimension::Speed, 1000, 0),
    ("mile-per-hour", Dimension::Speed, 1_609_344, 3),
    ("knot", Dimension::Speed, 1852, 0),
];

/// What else a name stands for, as factors: a British gallon; a tonne, and a British ton of 2,240 pounds; a barrel of 36 British gallons,
/// and of 31 and 31½ American ones, as beer and other liquids are sold by.
const MEANINGS: [(&str, &[(i64, u32)]); 3] = [
    ("gallon", &[(454_609, 8)]),
    ("ton", &[(1_000_000, 0), (10_160_469_088, 4)]),
    ("barrel", &[(16_365_924, 8), (117_347_765_304, 12), (119_240_471_196, 12)]),
];

/// Name and power of ten, in watts.
const POWERS: [(&str, i64); 3] = [("kilowatt", 1000), ("megawatt", 1_000_000), ("gigawatt", 1_000_000_000)];

impl Measure {
    /// The unit that the CLDR calls `name`.
    pub fn named(name: &str) -> Option<Self> {
        let kept = MEASURES.iter().find(|(known, ..)| *known == name);
        let kept = kept.map(|(name, dimension, by, over)| Self { name, dimension: *dimension, factor: (*by, *over) });
        let power = || POWERS.iter().find(|(known, _)| *known == name);
        let power = || power().map(|(name, by)| Self { name, dimension: Dimension::Power, factor: (*by, 0) });
        let degrees = || ["celsius", "fahrenheit"].into_iter().find(|known| *known == name);
        let degrees = || degrees().map(|name| Self { name, dimension: Dimension::Temperature, factor: (1, 0) });
        kept.or_else(power).or_else(degrees)
    }

    /// The unit in each of the meanings that its name has, the first one first.
    pub fn meanings(self) -> impl Iterator<Item = Self> {
        let others = MEANINGS.iter().find(|(name, _)| *name == self.name).map_or(&[][..], |(_, others)| others);
        std::iter::once(self).chain(others.iter().map(move |factor| Self { factor: *factor, ..self }))
    }

    /// `value` of this unit in the dimension's own; `None` when it is too large to reckon with.
    pub fn in_base(self, value: Decimal) -> Option<Decimal> {
        if self.name == "fahrenheit" {
            let above = value.checked_sub(Decimal::from(32))?;
            return above.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(9));
        }
        value.checked_mul(self.one())
    }

    /// How many of the dimension's own unit one of it is: a difference of degrees, where it is one of temperature.
    pub fn one(self) -> Decimal {
        if self.name == "fahrenheit" {
            return Decimal::from(5) / Decimal::from(9);
        }
        Decimal::new(self.factor.0, self.factor.1)
    }
}

impl Measure {
    /// Its name in English, for more than one.
    pub fn plural(self) -> String {
        let plain = self.name.replace('-', " ");
        match self.name {
            "foot" | "square-foot" | "cubic-foot" => plain.replace("foot", "feet"),
            "inch" => "inches".into(),
            "celsius" => "degrees Celsius".into(),
            "fahrenheit" => "degrees Fahrenheit".into(),
            "stone" => plain,
            "kilometer-per-hour" | "mile-per-hour" => plain.replace(" per", "s per"),
            _ => format!("{plain}s"),
        }
    }
}
