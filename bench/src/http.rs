//! One kept-alive HTTP/1.1 connection to a loopback server.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Failure;

/// A connection; requests on it follow one another.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    host: String,
    buffer: Vec<u8>,
}

/// A request without its body.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// Path and query.
    pub path: &'a str,
    /// Further headers, each ended by CR LF.
    pub headers: &'a str,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Body as text.
    pub body: String,
}

impl Connection {
    /// Connects to `http://host:port`.
    ///
    /// # Errors
    /// [`Failure`] when nobody listens there.
    pub async fn open(origin: &str) -> Result<Self, Failure> {
        let host = origin.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let stream = TcpStream::connect(&host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// # Errors
    /// [`Failure`] when the connection breaks or the answer has no `Content-Length`.
    pub async fn send(&mut self, head: Head<'_>, body: &str) -> Result<Answer, Failure> {
        let Head { method, path, headers } = head;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: {length}\r\n\r\n{body}",
            self.host
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.buffer.clear();
        let (end, length) = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                let head = std::str::from_utf8(&self.buffer[..at])?;
                break (at + 4, content_length(head)?);
            }
        };
        while self.buffer.len() < end + length {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server cut an answer off".into());
            }
        }
        let status = std::str::from_utf8(&self.buffer[9..12])?.parse()?;
        let body = String::from_utf8_lossy(&self.buffer[end..end + length]).into_owned();
        Ok(Answer { status, body })
    }

    /// Like [`Connection::send`], but every status other than 200 is a failure.
    ///
    /// # Errors
    /// [`Failure`] also for another status, with the beginning of the answer.
    pub async fn get_ok(&mut self, head: Head<'_>, body: &str) -> Result<String, Failure> {
        let answer = self.send(head, body).await?;
        if answer.status == 200 {
            return Ok(answer.body);
        }
        let start: String = answer.body.chars().take(300).collect();
        Err(format!("{} {} answered {}: {start}", head.method, head.path, answer.status).into())
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

fn content_length(head: &str) -> Result<usize, Failure> {
    for line in head.lines() {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            return Ok(value.trim().parse()?);
        }
    }
    Err(format!("an answer without a length: {head}").into())
}
