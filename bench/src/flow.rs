//! Whole flows of customers: open, answer, and take the offer or leave.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Failure;
use crate::crowd::{AsyncJob, work};
use crate::http::{Connection, Head};
use crate::timing::Timings;

/// Forms as browsers post them; no `Accept-Encoding`, so that the client has nothing to unpack.
const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

/// What one connection measured.
#[derive(Default)]
struct Measured {
    flow: Timings,
    open: Timings,
    answer: Timings,
    accept: Timings,
    cancel: Timings,
}

/// How the view is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// By link.
    Get,
    /// As the SDK does.
    Post,
}

/// Runs one whole flow per session. Every second customer accepts, the others cancel.
///
/// # Errors
/// [`Failure`] when a page is not the one that must follow.
pub async fn flows(
    server: &str,
    sessions: Vec<String>,
    connections: usize,
) -> Result<Value, Failure> {
    let sessions = Arc::new(sessions.into_iter().enumerate().collect::<Vec<_>>());
    let (measured, took) = work(server, connections, sessions, WholeFlow).await?;
    let mut all = Measured::default();
    for one in measured {
        all.flow.append(one.flow);
        all.open.append(one.open);
        all.answer.append(one.answer);
        all.accept.append(one.accept);
        all.cancel.append(one.cancel);
    }
    Ok(json!({
        "seconds": took.as_secs_f64(),
        "per_second": per_second(&all.flow, took),
        "flow": all.flow.summary(),
        "open": all.open.summary(),
        "answer": all.answer.summary(),
        "accept": all.accept.summary(),
        "cancel": all.cancel.summary(),
    }))
}

/// Opens each session once and does nothing else.
///
/// # Errors
/// [`Failure`] when a page is not the survey.
pub async fn open(
    server: &str,
    sessions: Vec<String>,
    connections: usize,
    opening: Opening,
) -> Result<Value, Failure> {
    let (measured, took) = work(server, connections, Arc::new(sessions), Open(opening)).await?;
    let mut all = Timings::default();
    for one in measured {
        all.append(one);
    }
    let mut summary = all.summary();
    summary["per_second"] = json!(per_second(&all, took));
    Ok(summary)
}

fn per_second(timings: &Timings, took: Duration) -> f64 {
    f64::from(u32::try_from(timings.count()).unwrap_or(u32::MAX)) / took.as_secs_f64()
}

#[derive(Clone)]
struct Open(Opening);

impl AsyncJob<String, Timings> for Open {
    async fn run(
        &self,
        connection: &mut Connection,
        session: &String,
        timings: &mut Timings,
    ) -> Result<(), Failure> {
        timings.push(open_view(connection, session, self.0).await?);
        Ok(())
    }
}

#[derive(Clone)]
struct WholeFlow;

impl AsyncJob<(usize, String), Measured> for WholeFlow {
    async fn run(
        &self,
        connection: &mut Connection,
        (number, session): &(usize, String),
        measured: &mut Measured,
    ) -> Result<(), Failure> {
        let start = Instant::now();
        measured.open.push(open_view(connection, session, Opening::Post).await?);
        let form = "action=answer&reason=reason_too_expensive";
        measured.answer.push(post(connection, session, form, "name=\"offer_id\"").await?);
        if number.is_multiple_of(2) {
            let form = "action=accept&offer_id=offer_discount";
            measured.accept.push(post(connection, session, form, "data-outcome").await?);
        } else {
            let form = "action=cancel";
            measured.cancel.push(post(connection, session, form, "data-outcome").await?);
        }
        measured.flow.push(start.elapsed());
        Ok(())
    }
}

async fn open_view(
    connection: &mut Connection,
    session: &str,
    opening: Opening,
) -> Result<Duration, Failure> {
    if opening == Opening::Post {
        return post(connection, session, "parent_origin=", "name=\"reason\"").await;
    }
    let path = format!("/retention?session_id={session}");
    let head = Head { method: "GET", path: &path, headers: "" };
    let start = Instant::now();
    let page = connection.get_ok(head, "").await?;
    let took = start.elapsed();
    check(&page, "name=\"reason\"", "open")?;
    Ok(took)
}

/// Posts a step; the page after it must hold `sign`.
async fn post(
    connection: &mut Connection,
    session: &str,
    form: &str,
    sign: &str,
) -> Result<Duration, Failure> {
    let head = Head { method: "POST", path: "/retention", headers: FORM };
    let body = format!("session_id={session}&{form}");
    let start = Instant::now();
    let page = connection.get_ok(head, &body).await?;
    let took = start.elapsed();
    check(&page, sign, form)?;
    Ok(took)
}

fn check(page: &str, sign: &str, step: &str) -> Result<(), Failure> {
    if page.contains(sign) {
        return Ok(());
    }
    let from = page.find("<main").unwrap_or_default();
    let start: String = page[from..].chars().take(1_500).collect();
    Err(format!("after `{step}` the page lacks {sign}: {start}").into())
}
