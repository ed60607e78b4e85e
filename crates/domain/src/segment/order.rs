//! Segments that read segments: an order in which each comes after those it reads.

use super::Expression;

/// Segments that read each other in a circle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("segments read each other in a circle")]
pub struct Loop {
    /// Places of the segments of the circle; each reads the next, the last reads the first.
    pub path: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Places of the segments, each after those it reads.
///
/// # Errors
/// A circle, the first in the order of the segments.
pub fn order_segments(segments: &[Expression]) -> Result<Vec<usize>, Loop> {
    let mut walk = Walk {
        segments,
        marks: vec![Mark::New; segments.len()],
        path: Vec::new(),
        order: Vec::with_capacity(segments.len()),
    };
    for index in 0..segments.len() {
        walk.visit(index)?;
    }
    Ok(walk.order)
}

struct Walk<'a> {
    segments: &'a [Expression],
    marks: Vec<Mark>,
    path: Vec<usize>,
    order: Vec<usize>,
}

impl Walk<'_> {
    fn visit(&mut self, index: usize) -> Result<(), Loop> {
        match self.marks.get(index) {
            None | Some(Mark::Done) => return Ok(()),
            Some(Mark::Open) => {
                let path = self.path.iter().copied().skip_while(|at| *at != index).collect();
                return Err(Loop { path });
            }
            Some(Mark::New) => {}
        }
        self.marks[index] = Mark::Open;
        self.path.push(index);
        let segments = self.segments;
        for read in segments[index].segments() {
            self.visit(*read)?;
        }
        self.path.pop();
        self.marks[index] = Mark::Done;
        self.order.push(index);
        Ok(())
    }
}
