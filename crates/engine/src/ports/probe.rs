//! Named points between two effects, where a fault test may stop the process.

/// The points of the billing action outbox, in the order they are passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrashPoint {
    /// The decision is made and not yet committed.
    BeforeCommit,
    /// The decision is committed, nothing was sent.
    AfterCommit,
    /// The action is claimed, nothing was sent.
    AfterClaim,
    /// The subscription was read, the change is about to be sent.
    BeforeChange,
    /// The provider answered, nothing is recorded.
    AfterChange,
    /// The result is recorded, nobody was told.
    AfterSettle,
}

impl CrashPoint {
    /// All points, in order.
    pub const ALL: [Self; 6] = [
        Self::BeforeCommit,
        Self::AfterCommit,
        Self::AfterClaim,
        Self::BeforeChange,
        Self::AfterChange,
        Self::AfterSettle,
    ];

    /// The point's name on the command line of a fault test.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BeforeCommit => "before_commit",
            Self::AfterCommit => "after_commit",
            Self::AfterClaim => "after_claim",
            Self::BeforeChange => "before_change",
            Self::AfterChange => "after_change",
            Self::AfterSettle => "after_settle",
        }
    }
}

/// Is told when a point is reached. In production nothing listens.
pub trait Probe: Send + Sync {
    /// `point` is reached.
    fn reach(&self, point: CrashPoint);
}

/// Does nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProbe;

impl Probe for NoProbe {
    fn reach(&self, _point: CrashPoint) {}
}
