//! Checks addresses once all are planned: aliases become redirects, and no link inside the site leads nowhere.

use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::content::FileId;
use crate::diagnostic::{Code, Diagnostic, Origin, Report, nearest};
use crate::graph::{Text, TextPiece};
use crate::yaml::Spot;

impl SitePlan<'_> {
    /// Adds the redirects and reports what is wrong with addresses.
    pub(super) fn check_addresses(&mut self, report: &mut Report) {
        self.add_redirects(report);
        self.keep_promises(report);
        let list = Route::file("_redirects");
        if !self.outline.redirects.is_empty() && !self.is_static_file(&list) {
            self.add(list, Subject::Redirects, Origin::Program("the redirects".to_owned()));
        }
        self.check_links(report);
        self.check_anchors(report);
    }

    fn add_redirects(&mut self, report: &mut Report) {
        let graph = self.graph;
        let mut aliases: Vec<(&str, Spot, FileId, Route)> = Vec::new();
        for event in &graph.events {
            let to = Route::record("events", &event.id);
            aliases.extend(event.aliases.iter().map(|(alias, at)| (alias.as_str(), *at, event.file, to.clone())));
        }
        for storyline in &graph.storylines {
            let to = Route::record("storylines", &storyline.id);
            let Some(file) = storyline.file else { continue };
            aliases.extend(storyline.aliases.iter().map(|(alias, at)| (alias.as_str(), *at, file, to.clone())));
        }
        for page in &graph.pages {
            let to = Route::own_page(&page.id);
            aliases.extend(page.aliases.iter().map(|(alias, at)| (alias.as_str(), *at, page.file, to.clone())));
        }
        for (alias, at, file, to) in aliases {
            let place = graph.files.locate(file, at);
            match Route::from_address(alias) {
                None => {
                    let bad = Diagnostic::new(Code::BadAddress, format!("the alias `{alias}` cannot be an address")).at(place);
                    report.push(bad.help("write it as it stood after the site's name, such as `/2019/10/old-name.html`"));
                }
                Some(route) if self.has(&route) => {
                    let taken = Diagnostic::new(Code::AddressTaken, format!("the alias `{alias}` is the address of another page"));
                    report.push(taken.at(place).help("take the alias away, or give the other page another id"));
                }
                Some(route) => {
                    let origin = self.path_of(file);
                    self.redirect(route, to, origin);
                }
            }
        }
    }

    /// Every old address with its new one, both from the root of the web server, in their order.
    pub fn redirects(&self) -> Vec<(String, String)> {
        let base = self.config.url.as_ref().map_or("/", |url| url.path());
        let mut redirects: Vec<_> = self
            .outline
            .redirects
            .iter()
            .map(|(from, to)| (format!("{base}{}", Route::file(from.as_str()).address()), format!("{base}{}", to.address())))
            .collect();
        redirects.sort();
        redirects
    }

    fn check_links(&self, report: &mut Report) {
        for record in self.graph.record_ids() {
            self.check_text(self.graph.text_of(record), self.graph.file_of(record), report);
        }
    }

    fn check_text(&self, text: &Text, file: Option<FileId>, report: &mut Report) {
        let Some(file) = file else { return };
        for piece in &text.pieces {
            let TextPiece::LinkOpen { href, at, .. } = piece else { continue };
            if !href.starts_with('/') {
                continue;
            }
            let route = Route::from_address(href);
            let is_known = route.as_ref().is_some_and(|route| self.has(route) || self.is_static_file(route));
            if is_known {
                continue;
            }
            let near = route.and_then(|route| {
                let addresses: Vec<String> = self.outline.pages.iter().map(|page| format!("/{}", page.route.address())).collect();
                nearest(&format!("/{}", route.address()), addresses.iter().map(String::as_str)).map(str::to_owned)
            });
            let broken = Diagnostic::new(Code::BrokenLink, format!("no page has the address `{href}`"));
            let help = near.map_or_else(
                || "link a record with `[[id|words]]`, which follows its page".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            report.push(broken.at(self.graph.files.locate(file, *at)).help(help));
        }
    }

    fn is_static_file(&self, route: &Route) -> bool {
        self.graph.files.asset(&format!("static/{}", route.path())).is_some()
    }
}
