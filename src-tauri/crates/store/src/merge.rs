//! Two entries of one person become one. Every row moves; what two rows say of the same thing is kept once.

use crate::{Reader, StoreError, Writer};
use domain::measure::Id;
use domain::text::fold::fold;
use rusqlite::named_params;

/// Columns of a case or a client that a merge never fills from the other.
const OWN: &[&str] = &["id", "client_id", "identified_on", "pack_key", "person_key", "aliases"];

/// Rows that may stand once per case: the table, and the column that with the case makes them one.
const ONCE: &[(&str, &str)] = &[
    ("visit_cases", "visit_id"),
    ("attendance", "session_id"),
    ("participants", "programme_id"),
    ("exit_outlooks", "line"),
    ("checklist_items", "stage || '/' || item"),
];

/// How much hangs on a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Contact records.
    pub contacts: u32,
    /// Visits in which the person was to be seen.
    pub visits: u32,
    /// Sessions with an attendance.
    pub sessions: u32,
    /// Tasks.
    pub tasks: u32,
    /// Steps of the road.
    pub steps: u32,
}

impl Reader<'_> {
    /// How much hangs on a case.
    pub fn weight(&self, case: &Id) -> Result<Weight, StoreError> {
        // One row.
        let found = self.first(
            "SELECT (SELECT count(*) FROM contacts WHERE case_id = :case) AS contacts,
               (SELECT count(*) FROM visit_cases WHERE case_id = :case) AS visits,
               (SELECT count(*) FROM attendance WHERE case_id = :case) AS sessions,
               (SELECT count(*) FROM tasks WHERE case_id = :case) AS tasks,
               (SELECT count(*) FROM stage_events WHERE case_id = :case) AS steps",
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(Weight {
                    contacts: r.count("contacts")?,
                    visits: r.count("visits")?,
                    sessions: r.count("sessions")?,
                    tasks: r.count("tasks")?,
                    steps: r.count("steps")?,
                })
            },
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Tables whose rows name a case.
    pub(crate) fn tables_of_a_case(&self) -> Result<Vec<String>, StoreError> {
        // One row per table.
        self.all(
            "SELECT m.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.name = 'case_id' ORDER BY m.name",
            [],
            |r| r.text("name"),
        )
    }

    fn columns(&self, table: &str) -> Result<Vec<String>, StoreError> {
        // One row per column.
        let all = self.all("SELECT name FROM pragma_table_info(?1)", [table], |r| r.text("name"))?;
        Ok(all.into_iter().filter(|c| !OWN.contains(&c.as_str())).collect())
    }
}

impl Writer<'_> {
    /// Makes the clients of two cases one: the cases of the second become cases of the first client, blanks are filled,
    /// and a name that was written otherwise stays as another name.
    pub fn merge_clients(&mut self, keep: &Id, other: &Id) -> Result<(), StoreError> {
        self.fill("clients", keep, other)?;
        let aliases = self.aliases_of_both(keep, other)?;
        self.update("clients", keep, &[("aliases", aliases.join(";").into())])?;
        self.run("UPDATE cases SET client_id = :keep WHERE client_id = :other", keep, other)?;
        self.delete("clients", other)
    }

    /// Makes two cases one episode: all rows of the second move to the first; the second ends to be. Of the roads only
    /// steps before the first step of the one that stays are added.
    pub fn merge_cases(&mut self, keep: &Id, other: &Id) -> Result<(), StoreError> {
        self.keep_the_exit_that_says_more(keep, other)?;
        for (table, what) in ONCE {
            // What both say of the same thing is kept once.
            self.run(
                &format!(
                    "DELETE FROM {table} WHERE case_id = :other AND {what} IN (SELECT {what} FROM {table} WHERE case_id = :keep)"
                ),
                keep,
                other,
            )?;
        }
        self.run(
            "DELETE FROM stage_events WHERE case_id = :other
               AND from_on >= (SELECT min(from_on) FROM stage_events WHERE case_id = :keep)",
            keep,
            other,
        )?;
        self.run(
            "UPDATE cases SET identified_on = min(identified_on, (SELECT identified_on FROM cases WHERE id = :other)) WHERE id = :keep",
            keep,
            other,
        )?;
        self.fill("cases", keep, other)?;
        for table in self.tables_of_a_case()? {
            self.run(
                &format!("UPDATE OR IGNORE {table} SET case_id = :keep WHERE case_id = :other"),
                keep,
                other,
            )?;
            self.run(&format!("DELETE FROM {table} WHERE case_id = :other AND :keep <> ''"), keep, other)?;
        }
        self.delete("cases", other)
    }

    /// Where the exit of the case that stays is still empty, the line of the other takes its place.
    fn keep_the_exit_that_says_more(&mut self, keep: &Id, other: &Id) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM exit_outlooks WHERE case_id = :keep
               AND coalesce(idea, '') = '' AND coalesce(wish, '') = '' AND org_id IS NULL
               AND line IN (SELECT line FROM exit_outlooks WHERE case_id = :other)",
            keep,
            other,
        )
    }

    /// Fills what is blank in one row with what another knows.
    fn fill(&mut self, table: &'static str, keep: &Id, other: &Id) -> Result<(), StoreError> {
        let sets: Vec<String> = self
            .columns(table)?
            .into_iter()
            .map(|c| {
                format!("{c} = coalesce(nullif({c}, ''), (SELECT o.{c} FROM {table} o WHERE o.id = :other))")
            })
            .collect();
        self.run(&format!("UPDATE {table} SET {} WHERE id = :keep", sets.join(", ")), keep, other)
    }

    fn aliases_of_both(&self, keep: &Id, other: &Id) -> Result<Vec<String>, StoreError> {
        // One row per client.
        let names = |id: &Id| {
            self.first(
                "SELECT family_name, given_name, aliases FROM clients WHERE id = :id",
                named_params! { ":id": id.as_str() },
                |r| {
                    let name = crate::cases::full_name(&r.text("family_name")?, &r.text("given_name")?);
                    Ok((name, r.list("aliases")?))
                },
            )
        };
        let (own, mut aliases) = names(keep)?.ok_or(StoreError::Missing("clients"))?;
        let (name, more) = names(other)?.ok_or(StoreError::Missing("clients"))?;
        for alias in more.into_iter().chain([name]) {
            let known = |a: &String| fold(a) == fold(&alias);
            if !alias.is_empty() && fold(&alias) != fold(&own) && !aliases.iter().any(known) {
                aliases.push(alias);
            }
        }
        Ok(aliases)
    }

    /// Runs a statement about the two.
    fn run(&mut self, sql: &str, keep: &Id, other: &Id) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(sql)?
            .execute(named_params! { ":keep": keep.as_str(), ":other": other.as_str() })?;
        Ok(())
    }
}
