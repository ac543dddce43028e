//! Where the benches keep their things, and the houses they measure.

use app::{Circumstances, Event, House};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use store::Store;
use store::vault::DataKey;
use susono_tests::moment;

/// The folder of a bench, emptied, on the disk on which the program was built.
pub fn fresh(name: &str) -> PathBuf {
    let folder = built().join("benches").join(name);
    // The folder may not be there yet.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the bench");
    folder
}

/// The folder into which cargo builds.
pub fn built() -> PathBuf {
    let own = std::env::current_exe().expect("a program knows where it lies");
    own.ancestors().nth(2).expect("cargo builds into a folder of its own").to_owned()
}

/// The key of every store that the benches make.
pub fn key() -> DataKey {
    DataKey::new([9; 32])
}

/// A house over the store of a file, new or old.
pub fn house(file: &Path, listener: impl Fn(Event) + Send + Sync + 'static) -> House {
    House::new(Store::open(file, &key()).expect("the store opens"), listener)
}

/// What is true around the next call: a clock that stands still and identities that no other call has.
pub fn around() -> Circumstances {
    static CALLS: AtomicU64 = AtomicU64::new(1);
    let mut entropy = [0; 32];
    entropy[..8].copy_from_slice(&CALLS.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    entropy[8..12].copy_from_slice(&std::process::id().to_be_bytes());
    Circumstances::new(moment(susono_tests::MORNING), entropy)
}

/// Takes the files of a pack into a house.
pub fn import(house: &House, files: &BTreeMap<String, Vec<u8>>) {
    let taken = app::exchange::import(house, &around(), files).expect("the pack can be read");
    assert!(taken.faults.is_empty(), "the pack has faults: {:?}", taken.faults);
}
