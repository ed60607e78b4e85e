-- Brands, the mirror of the billing provider, flows, decisions and the billing action outbox.
--
-- Times are milliseconds since 1970, documents are JSON, words are those of the code's `as_str`.
-- Every table begins with its tenant: no statement finds a row of another brand by a guessed id.

CREATE TABLE brands (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    document TEXT NOT NULL
);

CREATE TABLE brand_keys (
    id TEXT PRIMARY KEY,
    brand_id TEXT NOT NULL REFERENCES brands (id),
    mode TEXT NOT NULL,
    -- A keyed hash, so that a copy of the database does not tell which key is which.
    lookup_hash BYTEA NOT NULL UNIQUE,
    sealed_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE TABLE billing_connections (
    brand_id TEXT NOT NULL REFERENCES brands (id),
    mode TEXT NOT NULL,
    sealed_secret_key BYTEA NOT NULL,
    api_base TEXT,
    account TEXT,
    PRIMARY KEY (brand_id, mode)
);

-- What the provider said of a customer, and when.
CREATE TABLE mirror_customers (
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, mode, id)
);

-- A subscription has its own time: after a change it is younger than its customer's reading.
CREATE TABLE mirror_subscriptions (
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    document TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, mode, id)
);
CREATE INDEX mirror_subscriptions_of_customer
    ON mirror_subscriptions (brand_id, mode, customer_id, position);

CREATE TABLE flows (
    session_uid TEXT NOT NULL,
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    customer_ids TEXT NOT NULL,
    document TEXT NOT NULL,
    -- The playbook version the session keeps; one that is built in has no row.
    playbook_hash TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- Whether the customer is still on the way: neither decided nor undone.
    is_open BOOLEAN NOT NULL,
    outcome TEXT,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, session_uid)
);
CREATE INDEX flows_silent ON flows (updated_at) WHERE is_open AND outcome IS NULL;

-- Who opened a flow and when: counting a customer's sessions reads this index alone.
CREATE TABLE flow_customers (
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    session_uid TEXT NOT NULL,
    PRIMARY KEY (brand_id, mode, customer_id, opened_at, session_uid)
);

CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    session_uid TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    flow TEXT NOT NULL,
    offer_id TEXT,
    reference TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Counts the decisions of a subscription: two may fall into one millisecond.
    ordinal BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    action_id TEXT,
    undo_action_id TEXT,
    UNIQUE (brand_id, mode, subscription_id, ordinal),
    FOREIGN KEY (brand_id, session_uid) REFERENCES flows (brand_id, session_uid)
);
-- The rule everything hangs on: one standing decision per subscription.
CREATE UNIQUE INDEX decisions_standing
    ON decisions (brand_id, mode, subscription_id) WHERE state = 'standing';
CREATE INDEX decisions_of_session ON decisions (brand_id, session_uid, decided_at);
CREATE INDEX decisions_of_action ON decisions (action_id);
CREATE INDEX decisions_of_undo_action ON decisions (undo_action_id);

CREATE TABLE receipts (
    -- The bearer itself is never stored.
    bearer_hash BYTEA PRIMARY KEY,
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    valid_until BIGINT NOT NULL
);
CREATE INDEX receipts_of_decision ON receipts (decision_id);

-- The outbox: changes that the provider is to make, and what became of them.
CREATE TABLE billing_actions (
    id TEXT PRIMARY KEY,
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    -- Its events belong to this session; none when a receipt undid what no session had done.
    session_uid TEXT,
    -- Actions of one subscription are carried out in this order.
    ordinal BIGINT NOT NULL,
    change TEXT NOT NULL,
    is_cancel BOOLEAN NOT NULL,
    -- What must hold when an offer is written.
    guard TEXT,
    -- What is owed once it is confirmed.
    follow_up TEXT,
    is_open BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- Raised with each claim; a worker with an older number cannot settle.
    fence BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT,
    subscription_before TEXT,
    subscription_after TEXT,
    next_invoice TEXT,
    -- For the operator.
    note TEXT,
    -- For the customer.
    message TEXT,
    created_at BIGINT NOT NULL,
    settled_at BIGINT,
    UNIQUE (brand_id, mode, subscription_id, ordinal)
);
-- In the order in which workers take them: the next one is found without reading the backlog.
CREATE INDEX billing_actions_due
    ON billing_actions (is_cancel DESC, due_at, created_at, id) WHERE is_open;

-- Changes that are owed later: each becomes one billing action when it is due.
CREATE TABLE planned_changes (
    id TEXT PRIMARY KEY,
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    session_uid TEXT,
    change TEXT NOT NULL,
    is_cancel BOOLEAN NOT NULL,
    due_at BIGINT NOT NULL,
    -- planned, queued (it is an action now) or dropped.
    state TEXT NOT NULL,
    action_id TEXT
);
CREATE INDEX planned_changes_due ON planned_changes (due_at, id) WHERE state = 'planned';
CREATE INDEX planned_changes_of_subscription
    ON planned_changes (brand_id, mode, subscription_id) WHERE state = 'planned';

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    session_uid TEXT,
    -- Counts the events of a session: several may fall into one millisecond.
    ordinal BIGINT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    occurred_at BIGINT NOT NULL,
    UNIQUE (brand_id, session_uid, ordinal)
);
