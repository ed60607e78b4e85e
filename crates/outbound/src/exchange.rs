//! One request and its answer.

use engine::ports::{OutboundAnswer, OutboundCall, OutboundError};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Response, Url};

use crate::failure::{from_client, from_status, unclear};

/// Largest answer read, in bytes.
const MAX_BODY: usize = 64 * 1024;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Sends the call once and reads the answer. Only the answer of a success is read: nothing is
/// done with the text of others.
pub(crate) async fn exchange(
    http: &reqwest::Client,
    url: Url,
    headers: HeaderMap,
    call: &OutboundCall,
) -> Result<OutboundAnswer, OutboundError> {
    let request = http.post(url).header(CONTENT_TYPE, JSON).header(ACCEPT, JSON).headers(headers);
    let response =
        request.body(call.body.clone()).send().await.map_err(|error| from_client(&error))?;
    if !response.status().is_success() {
        return Err(from_status(response.status(), response.headers(), call.timestamp));
    }
    let status = response.status().as_u16();
    Ok(OutboundAnswer { status, body: read(response).await? })
}

async fn read(mut response: Response) -> Result<String, OutboundError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| from_client(&error))? {
        if body.len() + chunk.len() > MAX_BODY {
            return Err(unclear(format!("the answer exceeds {MAX_BODY} bytes")));
        }
        body.extend_from_slice(&chunk);
    }
    String::from_utf8(body).map_err(|_| unclear("the answer is not UTF-8 text"))
}
