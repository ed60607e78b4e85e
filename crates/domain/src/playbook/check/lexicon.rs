//! Wordings that press, shame or mislead, by pattern and language.

/// A pattern that this check knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Declining is made to sound foolish or guilty.
    ConfirmShaming,
    /// Regret and loss.
    Regret,
    /// Time pressure that nothing enforces.
    Urgency,
    /// Counts and crowds without a source.
    Scarcity,
}

impl Pattern {
    /// Its id in the list of dark patterns.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::ConfirmShaming => "DP06_confirm_shaming",
            Self::Regret => "DP07_emotional_repetition",
            Self::Urgency => "DP11_fake_urgency",
            Self::Scarcity => "DP12_fake_scarcity",
        }
    }

    /// What is wrong with it and what to do.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::ConfirmShaming => {
                "shames those who decline; say what the button does, without a judgment"
            }
            Self::Regret => "is regret that another step voices too; say it once or not at all",
            Self::Urgency => {
                "presses with time that nothing enforces; remove it: the offer does not expire \
                 while the page is open"
            }
            Self::Scarcity => {
                "claims a number or a crowd without a source; remove it, or state what the offer is"
            }
        }
    }
}

/// Phrases in small letters with straight apostrophes, by language. They are found as whole words.
pub(super) const PHRASES: &[(&str, Pattern, &[&str])] = &[
    (
        "en",
        Pattern::ConfirmShaming,
        &[
            "i don't want to save",
            "i don't want to improve",
            "i don't care about",
            "i don't like saving",
            "i hate saving",
            "i prefer to pay more",
            "i'd rather pay full price",
            "i'll pay full price",
            "no, i don't want",
            "no thanks, i",
            "you are giving up",
            "you're giving up",
            "don't be foolish",
            "only a fool",
            "smart customers",
            "disappointed in you",
            "letting us down",
            "let your team down",
        ],
    ),
    (
        "en",
        Pattern::Regret,
        &[
            "sorry to see you go",
            "sad to see you go",
            "hate to see you go",
            "hate to lose you",
            "sorry to lose you",
            "we'll miss you",
            "we will miss you",
            "you'll miss out",
            "you will miss out",
            "don't go",
            "please stay",
            "you will lose",
            "you'll lose",
            "breaks our heart",
            "before you leave us",
        ],
    ),
    (
        "en",
        Pattern::Urgency,
        &[
            "last chance",
            "final chance",
            "act now",
            "act fast",
            "hurry",
            "expires soon",
            "expires today",
            "offer expires",
            "ends soon",
            "ends today",
            "ends tonight",
            "today only",
            "only today",
            "limited time",
            "limited-time",
            "before it's too late",
            "don't wait",
            "once in a lifetime",
            "one-time offer",
            "one time offer",
            "minutes left",
            "while it lasts",
            "never see this again",
        ],
    ),
    (
        "en",
        Pattern::Scarcity,
        &[
            "only a few left",
            "few spots left",
            "spots left",
            "seats left",
            "almost gone",
            "selling fast",
            "others stayed",
            "customers stayed",
            "most customers stay",
            "most people stay",
            "people chose to stay",
            "people are looking",
            "while supplies last",
            "everyone else",
        ],
    ),
    (
        "de",
        Pattern::Urgency,
        &["letzte chance", "nur heute", "nur noch heute", "nur für kurze zeit", "jetzt handeln"],
    ),
    ("de", Pattern::Regret, &["schade, dass sie gehen", "wir werden sie vermissen"]),
    ("de", Pattern::ConfirmShaming, &["nein, ich möchte nicht sparen", "ich zahle lieber mehr"]),
    ("de", Pattern::Scarcity, &["die meisten kunden bleiben", "nur noch wenige"]),
    (
        "fr",
        Pattern::Urgency,
        &["dernière chance", "aujourd'hui seulement", "offre limitée", "dépêchez-vous"],
    ),
    ("fr", Pattern::Regret, &["désolés de vous voir partir", "vous allez nous manquer"]),
    ("fr", Pattern::ConfirmShaming, &["je ne veux pas économiser", "je préfère payer plus"]),
    ("fr", Pattern::Scarcity, &["la plupart des clients restent"]),
    (
        "es",
        Pattern::Urgency,
        &["última oportunidad", "solo hoy", "sólo hoy", "tiempo limitado", "dese prisa"],
    ),
    ("es", Pattern::Regret, &["lamentamos que se vaya", "le echaremos de menos"]),
    ("es", Pattern::ConfirmShaming, &["no quiero ahorrar", "prefiero pagar más"]),
    ("es", Pattern::Scarcity, &["la mayoría de los clientes se queda"]),
];
