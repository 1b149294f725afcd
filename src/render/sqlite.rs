//! SQLite: the whole graph as a database, made in memory, byte for byte the same for the same content.

use std::collections::HashMap;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use crate::pages::{Cell, SitePlan};

/// The tables, indexes and views.
const SCHEMA: &str = include_str!("dataset.sql");
/// Marks the file as ours: the letters `DtLn`.
const APPLICATION: u32 = 0x4474_4C6E;

/// Writes the database.
pub(super) fn write(plan: &SitePlan) -> Vec<u8> {
    fill(plan).expect("a database in memory takes every row of a graph in which nothing dangles")
}

fn fill(plan: &SitePlan) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", 1)?;
    // Rows come in an order that pleases readers; a test checks every key of the finished file.
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    let mut outcome = Ok(());
    {
        let mut statements: HashMap<&str, rusqlite::Statement> = HashMap::new();
        plan.each_row(&mut |table, cells| {
            if outcome.is_err() {
                return;
            }
            outcome = insert(&transaction, &mut statements, table, cells);
        });
    }
    outcome?;
    transaction.commit()?;
    connection.execute_batch("ANALYZE")?;
    Ok(connection.serialize(rusqlite::MAIN_DB)?.to_vec())
}

fn insert<'c>(
    connection: &'c Connection,
    statements: &mut HashMap<&'static str, rusqlite::Statement<'c>>,
    table: &'static str,
    cells: &[Cell],
) -> rusqlite::Result<()> {
    if !statements.contains_key(table) {
        let marks = vec!["?"; cells.len()].join(", ");
        statements.insert(table, connection.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?);
    }
    if let Some(statement) = statements.get_mut(table) {
        statement.execute(params_from_iter(cells))?;
    }
    Ok(())
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Real(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}
