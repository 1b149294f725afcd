//! Tells Cargo to compile again when a file of the built-in theme comes, goes or changes.

fn main() {
    for folder in ["templates", "static"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
