//! tantivy over the same pairs of folded characters, with positions, unencrypted, on one thread.

use super::snippet::snippet;
use super::{Found, SHOWN};
use crate::corpus::Note;
use domain::text::fold::{fold, grams};
use std::path::Path;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{PhraseQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::WhitespaceTokenizer;
use tantivy::{Index, Order, Searcher, TantivyDocument, Term};

/// An index of notes.
pub struct Tantivy {
    searcher: Searcher,
    pairs: Field,
    body: Field,
}

impl Tantivy {
    /// Indexes the notes in a new folder.
    pub fn over(folder: &Path, notes: &[Note]) -> Self {
        std::fs::create_dir_all(folder).expect("a folder for the index");
        let mut schema = Schema::builder();
        let id = schema.add_u64_field("id", FAST);
        let body = schema.add_text_field("body", STORED);
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("pairs")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let pairs = schema.add_text_field("pairs", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_dir(folder, schema.build()).expect("the folder is empty");
        index.tokenizers().register("pairs", WhitespaceTokenizer::default());
        let mut writer = index.writer_with_num_threads(1, 200_000_000).expect("nobody else writes");
        for note in notes {
            let mut document = TantivyDocument::default();
            document.add_u64(id, u64::from(note.id));
            document.add_text(body, &note.body);
            document.add_text(pairs, grams(&note.body));
            writer.add_document(document).expect("the note is taken");
        }
        writer.commit().expect("the index is kept");
        let searcher = index.reader().expect("the index can be read").searcher();
        Self { searcher, pairs, body }
    }

    /// Counts, and shows the newest.
    pub fn search(&self, query: &str) -> Found {
        let word = fold(query);
        let characters: Vec<char> = word.chars().collect();
        let terms: Vec<Term> = characters
            .windows(2)
            .map(|pair| Term::from_field_text(self.pairs, &pair.iter().collect::<String>()))
            .collect();
        let query: Box<dyn Query> = match terms.as_slice() {
            [] => Box::new(
                RegexQuery::from_pattern(&format!("{word}.?"), self.pairs)
                    .expect("one character is a pattern"),
            ),
            [one] => Box::new(TermQuery::new(one.clone(), IndexRecordOption::Basic)),
            _ => Box::new(PhraseQuery::new(terms)),
        };
        let newest = TopDocs::with_limit(SHOWN as usize).order_by_fast_field::<u64>("id", Order::Desc);
        let (total, found) = self.searcher.search(&*query, &(Count, newest)).expect("the index answers");
        let shown = found
            .into_iter()
            .filter_map(|(_, place)| {
                let document: TantivyDocument = self.searcher.doc(place).expect("a found note is stored");
                snippet(document.get_first(self.body)?.as_str()?, &word)
            })
            .count();
        Found { total: total as u32, shown }
    }
}
