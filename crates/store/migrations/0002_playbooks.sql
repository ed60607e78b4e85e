-- Playbooks, the eligibility of their offers as it was found, and what taking offers uses up.

-- Never changed: a session that opened with a version keeps it.
CREATE TABLE playbook_versions (
    brand_id TEXT NOT NULL REFERENCES brands (id),
    hash TEXT NOT NULL,
    document TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (brand_id, hash)
);

-- The history; the last one is current.
CREATE TABLE playbook_publications (
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    -- Counts the publications of a brand and mode from 1.
    number BIGINT NOT NULL,
    hash TEXT NOT NULL,
    is_rollback BOOLEAN NOT NULL,
    published_by TEXT NOT NULL,
    why TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, mode, number),
    FOREIGN KEY (brand_id, hash) REFERENCES playbook_versions (brand_id, hash)
);

CREATE TABLE playbook_drafts (
    brand_id TEXT NOT NULL REFERENCES brands (id),
    mode TEXT NOT NULL,
    source TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, mode)
);

-- Evidence of why an offer was shown or not. Only added to.
CREATE TABLE offer_assessments (
    brand_id TEXT NOT NULL,
    session_uid TEXT NOT NULL,
    -- Counts the assessments of a session.
    ordinal BIGINT NOT NULL,
    mode TEXT NOT NULL,
    stage TEXT NOT NULL,
    assessed_at BIGINT NOT NULL,
    reason_id TEXT,
    offers TEXT NOT NULL,
    PRIMARY KEY (brand_id, session_uid, ordinal)
);

-- Offers that customers took, one per decision.
CREATE TABLE offer_acceptances (
    decision_id TEXT PRIMARY KEY REFERENCES decisions (id),
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    accepted_at BIGINT NOT NULL,
    -- taken, or failed: the provider refused it, and what it used up was given back.
    state TEXT NOT NULL,
    -- What was counted in offer_counters; no month when nothing was, no cost when it is free.
    month TEXT,
    cost_minor BIGINT,
    currency TEXT
);
CREATE INDEX offer_acceptances_of_customer
    ON offer_acceptances (brand_id, mode, customer_id, accepted_at, decision_id)
    WHERE state = 'taken';

-- Sums over the acceptances that did not fail, so that a limit is checked by one row.
CREATE TABLE offer_counters (
    brand_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    -- Such as 2026-11, for a cost; empty for how often an offer was taken in all.
    month TEXT NOT NULL,
    -- Empty for the cost of all offers.
    offer_id TEXT NOT NULL,
    -- Empty where it counts how often.
    currency TEXT NOT NULL,
    -- How often, or minor units.
    amount BIGINT NOT NULL,
    PRIMARY KEY (brand_id, mode, month, offer_id, currency)
);
