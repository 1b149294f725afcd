//! The site and who publishes it.

use serde_json::{Value, json};

use super::{Node, reference};
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// The home page: the site and its publisher.
    pub(super) fn site_nodes(&self) -> Vec<Value> {
        let config = self.config;
        let site = Node::new("WebSite", Some(self.site_id()))
            .with("name", config.title.clone())
            .with("url", self.page_id(""))
            .with("inLanguage", config.language.clone())
            .maybe("description", Some(config.description.clone()).filter(|text| !text.is_empty()))
            .with("publisher", reference(self.publisher_id()));
        vec![site.done(), self.publisher_node()]
    }

    /// Who publishes the site, with the policies that it names.
    pub(super) fn publisher_node(&self) -> Value {
        let publisher = &self.config.publisher;
        let logo = publisher.logo.as_ref().map(|logo| json!({"@type": "ImageObject", "url": self.page_id(logo)}));
        let node = Node::new("NewsMediaOrganization", Some(self.publisher_id()))
            .with("name", publisher.name.clone().unwrap_or_else(|| self.config.title.clone()))
            .maybe("url", publisher.url.clone())
            .maybe("logo", logo);
        let policies = publisher.policies.iter();
        policies.fold(node, |node, policy| node.with(policy.property, self.config.full_address(&policy.address))).done()
    }
}
