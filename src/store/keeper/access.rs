//! Whether an open session may be written, which hangs on a lock, the file and its folder.

use super::super::on_disk::OnDisk;
use super::super::{StoreError, lock};

/// Whether an open session may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may.
    ReadWrite,
    /// It may only be looked at; why, in words.
    ReadOnly(String),
}

/// Takes the lock of whoever works on the session, or says why it may only be read.
pub(super) fn claim_desk(file: &OnDisk, notices: &mut Vec<String>) -> (Access, Option<lock::HeldLock>) {
    match file.writable().and_then(|()| file.sides.ensure()).and_then(|()| lock::desk(&file.sides, &file.desk)) {
        Ok(lock::LockAnswer::Ours(held)) => (Access::ReadWrite, Some(held)),
        Ok(lock::LockAnswer::Theirs(holder)) => {
            (Access::ReadOnly(format!("it is open in another window ({holder})")), None)
        }
        Ok(lock::LockAnswer::Unknown) => {
            notices.push("this file system knows no locks: have the session open in one window only".to_owned());
            (Access::ReadWrite, None)
        }
        Err(StoreError::ReadOnly { reason, .. }) => (Access::ReadOnly(reason), None),
        Err(error) => (Access::ReadOnly(error.to_string()), None),
    }
}
