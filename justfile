# A menu; every line works without `just` too.

# List what there is.
default:
    @just --list

# Build the story of this repository.
build:
    cargo run --release -- build

# Run every test.
test:
    tests/run

# Run the tests in Rust alone.
quick:
    cargo test

# Accept what came out as expected, then look at `git diff`.
update:
    UPDATE=1 cargo test --test suite

# Format and lint.
tidy:
    cargo fmt
    cargo clippy --all-targets -- -D warnings

# Take pictures of every kind of page.
pictures FOLDER:
    cargo build
    npm run screenshots -- {{FOLDER}}

# Check licences and advisories of dependencies.
dependencies:
    cargo deny check
