//! A DNS of our own, and certificates for its names.

use std::collections::VecDeque;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum_server::tls_rustls::RustlsConfig;
use outbound::{AllowList, HttpOutbound, LookUp, OutboundOptions};

use super::adapter;

/// Answers in order, then says that the name is not known.
#[derive(Default)]
pub(crate) struct Script {
    answers: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: Mutex<Vec<String>>,
}

impl Script {
    pub(crate) fn new(answers: &[&[&str]]) -> Arc<Self> {
        let parse = |answer: &&[&str]| answer.iter().map(|ip| ip.parse().unwrap()).collect();
        let answers = answers.iter().map(parse).collect();
        Arc::new(Self { answers: Mutex::new(answers), asked: Mutex::default() })
    }

    /// The names in the order they were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

#[async_trait]
impl LookUp for Script {
    async fn look_up(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.lock().unwrap().push(host.to_owned());
        let next = self.answers.lock().unwrap().pop_front();
        next.ok_or_else(|| io::Error::other("no such name"))
    }
}

/// Never answers.
pub(crate) struct Never;

#[async_trait]
impl LookUp for Never {
    async fn look_up(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        std::future::pending().await
    }
}

/// A certificate for one name, and what its server needs.
pub(crate) struct Identity {
    pub(crate) pem: String,
    pub(crate) tls: RustlsConfig,
}

impl Identity {
    pub(crate) async fn of(name: &str) -> Self {
        // Makes sure the TLS provider is there.
        drop(adapter(OutboundOptions::default()));
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let (pem, key) = (made.cert.pem(), made.signing_key.serialize_pem());
        let tls = RustlsConfig::from_pem(pem.clone().into_bytes(), key.into_bytes());
        Self { pem, tls: tls.await.unwrap() }
    }
}

/// An adapter that asks `script`, allows `allow` and trusts `identity`.
pub(crate) fn asking(
    script: &Arc<Script>,
    allow: &str,
    identity: Option<&Identity>,
) -> HttpOutbound {
    adapter(OutboundOptions {
        allow: allow.parse::<AllowList>().unwrap(),
        look_up: script.clone(),
        extra_roots_pem: identity.map(|identity| identity.pem.clone()),
        ..OutboundOptions::default()
    })
}
