//! The question for the reason: before the decision, or on the receipt.

use domain::flow::{Answer, Refusal};
use domain::playbook::{Reason, TextField};
use domain::subscription::Subscription;
use engine::retention::{Notice, RetentionView, Screen};

use super::super::words as say;
use super::PageContext;
use super::brand_texts::BrandTexts;
use crate::view::pages::reason::MAX_COMMENT;
use crate::view::pages::{OwnText, Questions, ReasonOption};

/// The question with what was answered before, or with what was sent and refused.
pub(super) fn questions(
    view: &RetentionView,
    context: &PageContext<'_>,
    subscription: Option<&Subscription>,
    answer: Option<&Answer>,
) -> Questions {
    let words = context.words;
    let error = match &view.notice {
        Some(Notice::Refused(Refusal::CommentTooLong)) => Some(words.comment_too_long(MAX_COMMENT)),
        Some(Notice::Refused(Refusal::UnknownReason)) => Some(words.reason_error().to_owned()),
        _ => None,
    };
    let kept = answer.map(|answer| {
        let reason = answer.reason_id.as_ref().map(ToString::to_string);
        (reason.unwrap_or_default(), answer.comment.clone().unwrap_or_default())
    });
    let (chosen, comment) = match error {
        Some(_) => (context.form.reason.clone(), context.form.comment()),
        None => kept.unwrap_or_default(),
    };
    let texts = BrandTexts { words, view, subscription };
    let asked = &view.pinned.playbook().reasons;
    let has_comment = asked.iter().any(|reason| reason.text == TextField::Optional);
    let reasons = asked.iter().map(|reason| {
        let is_chosen = reason.id.as_str() == chosen;
        option(&texts, reason, is_chosen.then_some(comment.as_str()))
    });
    let reasons: Vec<_> = reasons.collect();
    // The text stands once: beside its own question where the reason has one.
    let is_told =
        reasons.iter().any(|reason| reason.is_chosen && matches!(reason.text, OwnText::Asked(..)));
    let is_after = matches!(view.screen, Screen::Decided { .. });
    Questions {
        legend: if is_after { words.after_survey_title() } else { words.reason_legend() },
        comment: has_comment.then(|| if is_told { String::new() } else { comment.clone() }),
        reasons,
        error,
    }
}

fn option(texts: &BrandTexts<'_>, reason: &Reason, chosen_text: Option<&str>) -> ReasonOption {
    let text = match (reason.text, texts.of_reason(&reason.question)) {
        (TextField::Off, _) => OwnText::Off,
        (TextField::Optional, None) => OwnText::Shared,
        (TextField::Optional, Some(question)) => {
            OwnText::Asked(question, chosen_text.unwrap_or_default().to_owned())
        }
    };
    ReasonOption {
        id: reason.id.to_string(),
        label: texts
            .of_reason(&reason.label)
            .unwrap_or_else(|| say::reason(texts.words, reason.feedback).to_owned()),
        text,
        is_chosen: chosen_text.is_some(),
    }
}
