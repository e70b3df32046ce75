"""The one table of units: every single unit, what it measures, and how people write it.

Compounds (`mcg/kg/min`) are formed from these by webref.dosing.units and stand in no list.
After a change, `python -m tools.write_tables` writes what is made from it: the page's copy in
static/answers/unit_table.js and the list in docs/pack-format.md.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Base:
    """A thing that is measured: the unit that values are kept in, and the words for it.

    drug: whether an amount of it may be an amount of drug. alone: whether it is never part of a
    compound, as an age is not.
    """

    id: str
    unit: str
    words: str
    drug: bool = False
    alone: bool = False


# The order is that of the exponents of a dimension.
BASES = (
    Base("mass", "mcg", "amount of drug by mass", drug=True),
    Base("volume", "mL", "volume"),
    Base("time", "min", "time"),
    Base("weight", "kg", "body weight"),
    Base("age", "months", "age in years or months", alone=True),
    Base("age in days", "days of age", "age in weeks or days", alone=True),
    Base("units", "units", "amount of drug in units", drug=True),
    Base(
        "international units",
        "international units",
        "amount of drug in international units",
        drug=True,
    ),
    Base("moles", "micromol", "amount of substance", drug=True),
    Base("equivalents", "mEq", "amount of charge", drug=True),
    Base("length", "cm", "length"),
    Base("pressure", "mmHg", "pressure"),
)


@dataclass(frozen=True)
class Single:
    """A single unit: one of it is `factor` of its base to the power.

    factor: exact, empty for a unit that is known only to be named when it is typed. base: the id
    of a base; empty for a plain number and for what is counted. one: the word where one is meant
    and below a line; none for a sign. spoken: how it is said of several. formula: what a formula
    calls it, empty where it has no name there. spellings: what else people type for it, folded.
    """

    name: str
    factor: str
    base: str
    spoken: str
    ucum: str
    spellings: str
    one: str = ""
    formula: str = ""
    power: int = 1


SINGLES = (
    Single("", "1", "", "", "1", ""),
    Single("%", "1/100", "", "per cent", "%", "%, percent, per cent, pct"),
    Single("ng", "1/1000", "mass", "nanograms", "ng",
           "ng, nanogram, nanograms, nanogramme, nanogrammes", formula="ng"),
    Single("mcg", "1", "mass", "micrograms", "ug",
           "mcg, mcgs, ug, \u00b5g, \u03bcg, microgram, micrograms, microgramme, microgrammes",
           formula="mcg"),
    Single("mg", "1000", "mass", "milligrams", "mg",
           "mg, mgs, milligram, milligrams, milligramme, milligrammes", formula="mg"),
    Single("g", "1000000", "mass", "grams", "g",
           "g, gm, gms, gram, grams, gramme, grammes", formula="g"),
    Single("microlitres", "1/1000", "volume", "microlitres", "uL",
           "ul, \u00b5l, \u03bcl, mcl, microlitre, microlitres, microliter, microliters",
           one="microlitre"),
    Single("mL", "1", "volume", "millilitres", "mL",
           "ml, mls, millilitre, millilitres, milliliter, milliliters, cc, ccs", formula="mL"),
    Single("dL", "100", "volume", "decilitres", "dL",
           "dl, decilitre, decilitres, deciliter, deciliters", formula="dL"),
    Single("L", "1000", "volume", "litres", "L", "l, litre, litres, liter, liters", formula="L"),
    Single("s", "1/60", "time", "seconds", "s", "s, sec, secs, second, seconds"),
    Single("min", "1", "time", "minutes", "min", "min, mins, minute, minutes", formula="min"),
    Single("h", "60", "time", "hours", "h", "h, hr, hrs, hour, hours", formula="h"),
    Single("days", "1440", "time", "days", "d", "d, day, days", one="day", formula="day"),
    Single("weeks", "10080", "time", "weeks", "wk", "w, wk, wks, week, weeks", one="week"),
    Single("kg", "1", "weight", "kilograms", "kg",
           "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes", formula="kg"),
    # Body weight has a gram of its own: one of drug never divides one of the patient.
    Single("g of weight", "1/1000", "weight", "grams of weight", "g",
           "g of weight, gram of weight, grams of weight"),
    Single("months", "1", "age", "months", "mo",
           "mo, mos, mth, mths, month, months, month old, months old", one="month",
           formula="months"),
    Single("years", "12", "age", "years", "a",
           "y, yr, yrs, yo, year, years, year old, years old", one="year", formula="years"),
    # Weeks of age never become months or years: a source that prints them means them.
    Single("days of age", "1", "age in days", "days of age", "d",
           "day of age, days of age, day old, days old", one="day of age"),
    Single("weeks of age", "7", "age in days", "weeks of age", "wk",
           "week of age, weeks of age, week old, weeks old", one="week of age"),
    Single("units", "1", "units", "units", "[arb'U]", "u, unit, units", one="unit",
           formula="units"),
    Single("milliunits", "1/1000", "units", "milliunits", "10*-3.[arb'U]", "milliunit, milliunits",
           one="milliunit"),
    Single("million units", "1000000", "units", "million units", "10*6.[arb'U]",
           "million unit, million units, megaunit, megaunits", one="million units"),
    Single("international units", "1", "international units", "international units", "[iU]",
           "iu, international unit, international units", one="international unit"),
    Single("nmol", "1/1000", "moles", "nanomoles", "nmol",
           "nmol, nmols, nanomole, nanomoles, nanomol"),
    Single("micromol", "1", "moles", "micromoles", "umol",
           "umol, umols, \u00b5mol, \u03bcmol, micromol, micromols, micromole, micromoles",
           formula="micromol"),
    Single("mmol", "1000", "moles", "millimoles", "mmol",
           "mmol, mmols, millimole, millimoles", formula="mmol"),
    Single("mol", "1000000", "moles", "moles", "mol", "mol, mols, mole, moles"),
    Single("mEq", "1", "equivalents", "milliequivalents", "meq",
           "meq, meqs, milliequivalent, milliequivalents", formula="mEq"),
    Single("mm", "1/10", "length", "millimetres", "mm",
           "mm, millimetre, millimetres, millimeter, millimeters"),
    Single("cm", "1", "length", "centimetres", "cm",
           "cm, cms, centimetre, centimetres, centimeter, centimeters", formula="cm"),
    Single("m", "100", "length", "metres", "m", "m, metre, metres, meter, meters"),
    Single("m2", "10000", "length", "square metres", "m2",
           "m2, m\u00b2, sqm, sq m, square metre, square metres, square meter, square meters",
           formula="m2", power=2),
    Single("mmHg", "1", "pressure", "millimetres of mercury", "mm[Hg]",
           "mmhg, mm hg, millimetres of mercury", formula="mmHg"),
    Single("ampoules", "1", "", "ampoules", "{ampoule}",
           "amp, amps, ampoule, ampoules, ampule, ampules, ampul, ampuls", one="ampoule"),
    Single("bottles", "1", "", "bottles", "{bottle}", "bottle, bottles", one="bottle"),
    Single("capsules", "1", "", "capsules", "{capsule}", "cap, caps, capsule, capsules",
           one="capsule"),
    Single("doses", "1", "", "doses", "{dose}", "dose, doses", one="dose"),
    Single("puffs", "1", "", "puffs", "{puff}", "puff, puffs", one="puff"),
    Single("sessions", "1", "", "sessions", "{session}", "session, sessions", one="session"),
    Single("tablets", "1", "", "tablets", "{tablet}", "tab, tabs, tablet, tablets", one="tablet"),
    Single("times", "1", "", "times", "{times}", "time, times", one="times"),
    Single("vials", "1", "", "vials", "{vial}", "vial, vials", one="vial"),
    # Known only to be named when they are typed: no field offers them.
    Single("lb", "", "weight", "pounds", "", "lb, lbs, pound, pounds"),
    Single("oz", "", "weight", "ounces", "", "oz, ounce, ounces"),
    Single("stone", "", "weight", "stone", "", "st, stone, stones"),
    Single("inches", "", "length", "inches", "", "inch, inches", one="inch"),
    Single("feet", "", "length", "feet", "", "ft, foot, feet", one="foot"),
    Single("drops", "", "", "drops", "", "drop, drops, gtt, gtts", one="drop"),
    Single("teaspoons", "", "volume", "teaspoons", "", "tsp, tsps, teaspoon, teaspoons",
           one="teaspoon"),
    Single("tablespoons", "", "volume", "tablespoons", "",
           "tbsp, tbsps, tablespoon, tablespoons", one="tablespoon"),
    Single("pills", "", "", "pills", "", "pill, pills", one="pill"),
    Single("boluses", "", "", "boluses", "", "bolus, boluses", one="bolus"),
)  # fmt: skip

# Words that say how often, which no field takes beside a number.
OFTEN = (
    "od", "bd", "bid", "bds", "td", "tds", "tid", "ter", "qd", "qds", "qid", "qod", "eod", "qam",
    "qpm", "qhs", "hs", "om", "on", "mane", "nocte", "nightly", "daily", "hourly", "weekly",
    "monthly", "yearly", "once", "twice", "thrice", "every", "each", "prn", "sos", "stat", "ac",
    "pc",
)  # fmt: skip
