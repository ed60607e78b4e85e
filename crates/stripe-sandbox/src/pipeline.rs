//! The way of one request: headers, faults, idempotency, parameters, handler, answer.

use serde_json::Value;
use stripe_schema::{IssueKind, Request, StripeSchema};

use crate::auth::Headers;
use crate::errors::{Answer, ApiError};
use crate::expand;
use crate::faults::{self, Fault};
use crate::idempotency::{self, Fingerprint, KeyState, StoredAnswer};
use crate::inspect::RequestRecord;
use crate::resources::subscriptions::pausing;
use crate::resources::{self, test_clocks};
use crate::sandbox::Sandbox;
use crate::state::{Cause, World};

/// A request as it came off the wire.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) body: String,
    pub(crate) headers: Headers,
}

/// What goes back on the wire.
pub(crate) struct Outgoing {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) request_id: String,
    pub(crate) replayed_from: Option<String>,
    pub(crate) header: Option<Box<(&'static str, String)>>,
    pub(crate) mode: WireMode,
}

/// How the answer leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WireMode {
    /// As it should.
    Whole,
    /// Never.
    Silent,
    /// The connection closes instead.
    Reset,
    /// Cut off in the middle.
    Cut,
}

/// What the first look at a request decides.
enum Admission {
    /// Answer now, nothing runs.
    Done(Outgoing),
    /// Run it, perhaps after waiting, perhaps with a fault afterwards.
    Run(Admitted),
}

struct Admitted {
    record: usize,
    request_id: String,
    request: Request,
    /// The claimed idempotency key.
    key: Option<String>,
    fault: Option<Fault>,
}

impl Sandbox {
    /// Answers one request.
    pub(crate) async fn answer(&self, incoming: Incoming) -> Outgoing {
        let (admission, mut releases) = {
            let mut world = self.world();
            let releases = self.shared.releases.subscribe();
            (self.admit(&mut world, &incoming), releases)
        };
        let admitted = match admission {
            Admission::Done(outgoing) => return outgoing,
            Admission::Run(admitted) => admitted,
        };
        if admitted.fault != Some(Fault::Hold) {
            return self.run_and_settle(&incoming, admitted);
        }
        // A caller that gives up does not take its request back, so the rest runs on its own.
        let sandbox = self.clone();
        let request_id = admitted.request_id.clone();
        let held = tokio::spawn(async move {
            if releases.changed().await.is_err() {
                tracing::warn!("the sandbox ended while a request was held");
            }
            sandbox.run_and_settle(&incoming, admitted)
        });
        held.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a held request did not run");
            Outgoing::error(&Fault::server_error(), &request_id, WireMode::Whole)
        })
    }

    fn run_and_settle(&self, incoming: &Incoming, admitted: Admitted) -> Outgoing {
        let mut world = self.world();
        let outgoing = run(&mut world, incoming, admitted);
        self.settle(&mut world);
        outgoing
    }

    fn admit(&self, world: &mut World, incoming: &Incoming) -> Admission {
        let request_id = world.ids.short("req_");
        let record = world.requests.len();
        world.requests.push(record_of(world, incoming, &request_id));
        let refused = |world: &mut World, error: &ApiError| {
            world.requests[record].status = Some(error.status);
            Admission::Done(Outgoing::error(error, &request_id, WireMode::Whole))
        };
        if let Err(error) = incoming.headers.check(&self.shared.options.secret_keys) {
            return refused(world, &error);
        }
        if world.account(&incoming.headers.account).disconnected {
            return refused(world, &incoming.headers.no_access());
        }
        let fault = faults::strike(&mut world.faults, &incoming.method, &incoming.path);
        world.requests[record].fault =
            fault.as_ref().and_then(|fault| serde_json::to_value(fault).ok());
        if let Some(error) = fault.as_ref().and_then(Fault::refusal) {
            return refused(world, &error);
        }
        if let Some(mode) = silence_before(fault.as_ref()) {
            let error = Fault::server_error();
            return Admission::Done(Outgoing::error(&error, &request_id, mode));
        }
        match prepare(world, incoming, fault.as_ref()) {
            Ok(Prepared::Replay(stored)) => {
                world.requests[record].status = Some(stored.status);
                world.requests[record].replayed = true;
                Admission::Done(Outgoing::replay(stored, request_id, fault.as_ref()))
            }
            Ok(Prepared::New { request, key }) => {
                Admission::Run(Admitted { record, request_id, request, key, fault })
            }
            Err(error) => refused(world, &error),
        }
    }
}

enum Prepared {
    Replay(StoredAnswer),
    New { request: Request, key: Option<String> },
}

/// Everything that is checked before execution begins; none of its errors are stored.
fn prepare(world: &mut World, incoming: &Incoming, fault: Option<&Fault>) -> Answer<Prepared> {
    let now = world.now;
    let account = world.account(&incoming.headers.account);
    if fault == Some(&Fault::PruneIdempotencyKeys) {
        idempotency::prune(account);
    }
    // Stripe ignores the key on GET and DELETE.
    let key = incoming.headers.idempotency_key.clone().filter(|_| incoming.method == "POST");
    let fingerprint = Fingerprint {
        path: incoming.path.clone(),
        parameters: format!("{}\n{}", incoming.query, incoming.body),
    };
    if let Some(key) = &key
        && let KeyState::Replay(stored) = idempotency::look_up(account, key, &fingerprint, now)?
    {
        return Ok(Prepared::Replay(stored));
    }
    let request = read(incoming)?;
    if let Some(key) = &key {
        idempotency::claim(account, key, fingerprint, now);
    }
    Ok(Prepared::New { request, key })
}

fn read(incoming: &Incoming) -> Answer<Request> {
    let Incoming { method, path, query, body, .. } = incoming;
    let schema = StripeSchema::of_version(&incoming.headers.version);
    let request = schema.read_request(method, path, query, body).map_err(|issues| match issues
        .into_iter()
        .next()
    {
        Some(issue) if issue.kind != IssueKind::UnknownOperation => ApiError::from(issue),
        _ => ApiError::unrecognized_url(method, path),
    })?;
    if !resources::is_implemented(method, &request.template) {
        return Err(ApiError::unrecognized_url(method, path));
    }
    resources::check_params(method, &request)?;
    expand::check(schema, method, path, &request.params)?;
    Ok(request)
}

/// Execution: the handler, expansion, and storing of the result.
fn run(world: &mut World, incoming: &Incoming, admitted: Admitted) -> Outgoing {
    let Admitted { record, request_id, request, key, fault } = admitted;
    let account = &incoming.headers.account;
    let result = if fault == Some(Fault::ServerError500Stored) {
        Err(Fault::server_error())
    } else {
        execute(world, incoming, &request, &request_id)
    };
    // Held requests survive a reset of the sandbox, their records do not.
    if let Some(record) = world.requests.get_mut(record) {
        record.executed = result.is_ok();
    }
    let result = match fault {
        Some(Fault::ServerError500AfterEffect) => Err(Fault::server_error()),
        _ => result,
    };
    let mode = mode_after(fault.as_ref());
    let outgoing = match result {
        Ok(body) => Outgoing::whole(200, body, request_id.clone(), mode),
        Err(error) => Outgoing::error(&error, &request_id, mode),
    };
    if let Some(record) = world.requests.get_mut(record) {
        record.status = Some(outgoing.status);
    }
    if let Some(key) = &key {
        let stored = StoredAnswer {
            status: outgoing.status,
            body: outgoing.body.clone(),
            request_id: request_id.clone(),
        };
        idempotency::complete(world.account(account), key, stored);
    }
    outgoing
}

fn execute(world: &mut World, incoming: &Incoming, request: &Request, request_id: &str) -> Answer {
    let account = world.account(&incoming.headers.account);
    let now = test_clocks::time_of(account, request).unwrap_or(world.now);
    let cause = Cause {
        request_id: Some(request_id.to_owned()),
        idempotency_key: incoming
            .headers
            .idempotency_key
            .clone()
            .filter(|_| incoming.method == "POST"),
    };
    let mut ctx = world.act(&incoming.headers.account, now, cause);
    let mut answer = resources::dispatch(&mut ctx, &incoming.method, request)?;
    expand::apply(ctx.account, &mut answer, &request.params);
    if StripeSchema::can_pause(&incoming.headers.version) {
        pausing::show_details(ctx.account, &mut answer);
    }
    Ok(answer)
}

fn silence_before(fault: Option<&Fault>) -> Option<WireMode> {
    match fault? {
        Fault::TimeoutBeforeEffect => Some(WireMode::Silent),
        Fault::ResetBeforeEffect => Some(WireMode::Reset),
        _ => None,
    }
}

fn mode_after(fault: Option<&Fault>) -> WireMode {
    match fault {
        Some(Fault::TimeoutAfterEffect) => WireMode::Silent,
        Some(Fault::ResetAfterEffect) => WireMode::Reset,
        Some(Fault::BadJson) => WireMode::Cut,
        _ => WireMode::Whole,
    }
}

fn record_of(world: &World, incoming: &Incoming, request_id: &str) -> RequestRecord {
    RequestRecord {
        id: request_id.to_owned(),
        at: world.now,
        method: incoming.method.clone(),
        path: incoming.path.clone(),
        query: incoming.query.clone(),
        body: incoming.body.clone(),
        idempotency_key: incoming.headers.idempotency_key.clone(),
        api_version: incoming.headers.version.clone(),
        account: incoming.headers.account_header.clone(),
        status: None,
        executed: false,
        replayed: false,
        fault: None,
    }
}

impl Outgoing {
    fn whole(status: u16, body: Value, request_id: String, mode: WireMode) -> Self {
        Self { status, body, request_id, replayed_from: None, header: None, mode }
    }

    fn error(error: &ApiError, request_id: &str, mode: WireMode) -> Self {
        Self {
            header: error.header.clone(),
            ..Self::whole(error.status, error.body(), request_id.to_owned(), mode)
        }
    }

    fn replay(stored: StoredAnswer, request_id: String, fault: Option<&Fault>) -> Self {
        Self {
            replayed_from: Some(stored.request_id),
            ..Self::whole(stored.status, stored.body, request_id, mode_after(fault))
        }
    }
}
