//! Random rules and random customers, drawn from bytes so that they shrink.

use domain::segment::Facts;
use domain::session::AttributeValue;

use super::{attributes, customer};

/// Choices out of a string of bytes; zeros when it is used up.
pub(super) struct Dice<'a>(pub(super) &'a [u8]);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first) % sides
    }

    fn pick<'t>(&mut self, words: &[&'t str]) -> &'t str {
        words[self.roll(words.len())]
    }
}

/// A rule, as we write it and as the reference understands it: it knows `has` for members of maps
/// alone, so every fact is in a map `facts` there as well.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) ours: String,
    pub(super) reference: String,
}

impl Rule {
    fn same(text: &str) -> Self {
        Self { ours: text.to_owned(), reference: text.to_owned() }
    }

    fn join(parts: &[&Self], write: impl Fn(&[&str]) -> String) -> Self {
        let ours: Vec<&str> = parts.iter().map(|part| part.ours.as_str()).collect();
        let reference: Vec<&str> = parts.iter().map(|part| part.reference.as_str()).collect();
        Self { ours: write(&ours), reference: write(&reference) }
    }
}

/// Rules over the vocabulary of the tests.
pub(super) struct Grammar {
    /// Now and then a part has another type than needed.
    pub(super) is_sloppy: bool,
}

impl Grammar {
    pub(super) fn boolean(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        if self.is_sloppy && dice.roll(20) == 19 {
            return self.integer(dice, depth);
        }
        if depth == 0 {
            return match dice.roll(3) {
                0 => Rule::same(dice.pick(&[
                    "is_trialing",
                    "true",
                    "false",
                    "attributes.vip",
                    "in_segment.yearly",
                    "in_segment.big",
                ])),
                1 => presence(dice),
                _ => self.compared(dice, 0),
            };
        }
        match dice.roll(7) {
            0 => self.boolean(dice, 0),
            1 => self.binary(dice, depth, "&&"),
            2 => self.binary(dice, depth, "||"),
            3 => Rule::join(&[&self.boolean(dice, depth - 1)], |p| format!("!({})", p[0])),
            4 => self.chosen(dice, depth, Self::boolean),
            5 => self.member(dice, depth),
            _ => self.compared(dice, depth - 1),
        }
    }

    fn binary(&self, dice: &mut Dice<'_>, depth: usize, operator: &str) -> Rule {
        let (a, b) = (self.boolean(dice, depth - 1), self.boolean(dice, depth - 1));
        Rule::join(&[&a, &b], |p| format!("({} {operator} {})", p[0], p[1]))
    }

    fn chosen(
        &self,
        dice: &mut Dice<'_>,
        depth: usize,
        draw: impl Fn(&Self, &mut Dice<'_>, usize) -> Rule,
    ) -> Rule {
        let condition = self.boolean(dice, depth - 1);
        let (a, b) = (draw(self, dice, depth - 1), draw(self, dice, depth - 1));
        Rule::join(&[&condition, &a, &b], |p| format!("({} ? {} : {})", p[0], p[1], p[2]))
    }

    fn compared(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        let operator = dice.pick(&["==", "!=", "<", "<=", ">", ">="]);
        let draw = |dice: &mut Dice<'_>, kind: usize| match kind {
            0 => self.text(dice, depth),
            1 => self.integer(dice, depth),
            _ => self.number(dice, depth),
        };
        let kind = dice.roll(3);
        let other = if kind == 0 { 0 } else { 1 + dice.roll(2) };
        let (a, b) = (draw(dice, kind), draw(dice, other));
        Rule::join(&[&a, &b], |p| format!("({} {operator} {})", p[0], p[1]))
    }

    fn member(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        match dice.roll(3) {
            0 => Rule::join(&[&self.text(dice, depth - 1)], |p| {
                format!("({} in [\"Pro\", \"CA\", \"year\", \"\"])", p[0])
            }),
            1 => Rule::join(&[&self.integer(dice, depth - 1)], |p| {
                format!("({} in [0, 3, -1, 2.5, 200.0])", p[0])
            }),
            _ => {
                let function = dice.pick(&["startsWith", "endsWith", "contains"]);
                let (a, b) = (self.text(dice, depth - 1), self.text(dice, 0));
                Rule::join(&[&a, &b], |p| format!("({}).{function}({})", p[0], p[1]))
            }
        }
    }

    fn text(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        if depth > 0 && dice.roll(4) == 3 {
            return self.chosen(dice, depth, Self::text);
        }
        Rule::same(dice.pick(&[
            "plan",
            "interval",
            "country",
            "reason",
            "attributes.tier",
            "attributes[\"tier\"]",
            "\"Pro\"",
            "\"\"",
            "'C'",
            "\"é日\"",
        ]))
    }

    fn integer(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        if depth > 0 {
            match dice.roll(6) {
                1 | 2 => {
                    let operator = dice.pick(&["+", "-", "*", "/", "%"]);
                    let (a, b) = (self.integer(dice, depth - 1), self.integer(dice, depth - 1));
                    return Rule::join(&[&a, &b], |p| format!("({} {operator} {})", p[0], p[1]));
                }
                3 => {
                    let operand = self.integer(dice, depth - 1);
                    return Rule::join(&[&operand], |p| format!("-({})", p[0]));
                }
                4 => {
                    let operand = self.text(dice, depth - 1);
                    return Rule::join(&[&operand], |p| format!("size({})", p[0]));
                }
                5 => return self.chosen(dice, depth, Self::integer),
                _ => {}
            }
        }
        Rule::same(dice.pick(&[
            "quantity",
            "amount_minor",
            "tenure_days",
            "days_since.discount",
            "days_since.pause",
            "0",
            "3",
            "-1",
            "200",
            "9223372036854775807",
            "-9223372036854775808",
        ]))
    }

    fn number(&self, dice: &mut Dice<'_>, depth: usize) -> Rule {
        if depth > 0 {
            match dice.roll(5) {
                1 => {
                    let operator = dice.pick(&["+", "-", "*", "/"]);
                    let (a, b) = (self.number(dice, depth - 1), self.number(dice, depth - 1));
                    return Rule::join(&[&a, &b], |p| format!("({} {operator} {})", p[0], p[1]));
                }
                2 => {
                    let operand = self.integer(dice, depth - 1);
                    return Rule::join(&[&operand], |p| format!("double({})", p[0]));
                }
                3 => {
                    let operand = self.number(dice, depth - 1);
                    return Rule::join(&[&operand], |p| format!("-({})", p[0]));
                }
                _ => {}
            }
        }
        Rule::same(dice.pick(&["attributes.seats", "0.0", "2.5", "-0.0", "1e300", "200.0"]))
    }
}

fn presence(dice: &mut Dice<'_>) -> Rule {
    let name = dice.pick(&[
        "country",
        "plan",
        "amount_minor",
        "attributes.seats",
        "attributes.vip",
        "days_since.pause",
        "reason",
    ]);
    let is_member = name.contains('.');
    Rule {
        ours: format!("has({name})"),
        reference: if is_member { format!("has({name})") } else { format!("has(facts.{name})") },
    }
}

/// A customer whose facts are often those that the rules ask for, and often absent.
pub(super) fn facts(dice: &mut Dice<'_>) -> Facts {
    let int = |dice: &mut Dice<'_>| [3, 0, 200, -1, i64::MAX, i64::MIN][dice.roll(6)];
    let maybe = |dice: &mut Dice<'_>| (dice.roll(3) > 0).then(|| int(dice));
    let maybe_text = |dice: &mut Dice<'_>, words: &[&str]| {
        (dice.roll(3) > 0).then(|| dice.pick(words).to_owned())
    };
    let mut facts = Facts {
        plan: dice.pick(&["Pro", "", "Produce é日"]).to_owned(),
        interval: dice.pick(&["day", "week", "month", "year"]).to_owned(),
        country: maybe_text(dice, &["CA", "US"]),
        reason: maybe_text(dice, &["Pro", "CA"]),
        is_trialing: dice.roll(2) == 1,
        quantity: int(dice),
        amount_minor: maybe(dice),
        tenure_days: maybe(dice),
        days_since_accepted_by_kind: [].into(),
        ..customer()
    };
    for kind in ["discount", "pause"] {
        if let Some(days) = maybe(dice) {
            facts.days_since_accepted_by_kind.insert(kind.to_owned(), days);
        }
    }
    let value = |dice: &mut Dice<'_>| match dice.roll(6) {
        0 => AttributeValue::Text("Pro".to_owned()),
        1 => AttributeValue::Number(2.5),
        2 => AttributeValue::Bool(true),
        3 => AttributeValue::Bool(false),
        4 => AttributeValue::Number(-0.0),
        _ => AttributeValue::Null,
    };
    let named = ["tier", "seats", "vip"].map(|name| (name, value(dice)));
    let kept = 1 + dice.roll(3);
    facts.attributes = attributes(&named[..kept]);
    facts
}
