//! An author of templates who has only the guide: one part and one setting of it, and every page is the built-in one but for these.

use std::fs;

use crate::disk::{folder_of, read_tree, repository};
use crate::examples::blocks;
use crate::program::build;

const EVENT: (&str, &str) = (
    "content/events/2024-03-11-bridge-closed.md",
    "---\ntitle: The bridge is closed\ndate: 2024-03-11\nactors: [Roads Office]\nsources: [{title: Council minutes, url: \"https://example.org/minutes\"}]\n---\n\nSince noon.\n",
);

#[test]
fn the_part_and_the_token_of_the_guide_change_these_and_nothing_else() {
    let guide = fs::read_to_string(repository().join("docs/guide/themes.md")).unwrap();
    let blocks = blocks(&guide);
    let files: Vec<(&str, &str)> = blocks.iter().filter_map(|block| block.file()).collect();
    let settings = files.iter().find(|(path, _)| *path == "dateline.yaml").expect("the guide shows settings");
    let footer = files.iter().find(|(path, _)| *path == "templates/parts/footer.html").expect("the guide shows a part");

    let title = settings.1.lines().find(|line| line.starts_with("title:")).unwrap();
    let plain = folder_of(&[("dateline.yaml", title), EVENT]);
    let themed = folder_of(&[*settings, *footer, EVENT]);
    for project in [&plain, &themed] {
        build(project.path(), &["--quiet", "--strict"]).expect_code(0);
    }
    let (plain, mut themed) = (read_tree(&plain.path().join("site")), read_tree(&themed.path().join("site")));

    let style = String::from_utf8(themed.remove("css/theme.css").expect("the settings are a style sheet")).unwrap();
    assert!(style.contains("--page:60rem"), "{style}");
    assert_eq!(plain.keys().collect::<Vec<_>>(), themed.keys().collect::<Vec<_>>());
    let mut with_footer = 0;
    for (path, bytes) in &plain {
        let is_page = path.ends_with(".html");
        let (before, after) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&themed[path]));
        if is_page && before.contains("<footer") {
            assert!(after.contains("A public record kept by volunteers in Ashby."), "{path} has another footer");
            with_footer += 1;
        }
        if is_page {
            assert_eq!(without_theme(&before), without_theme(&after), "{path}");
        }
    }
    assert!(with_footer > 10, "{with_footer} pages have a footer");
}

/// A page without its footer and without what the accent and the tokens put into its head.
fn without_theme(page: &str) -> String {
    let page = match (page.find("<footer"), page.find("</footer>")) {
        (Some(start), Some(end)) => format!("{}{}", &page[..start], &page[end..]),
        _ => page.to_owned(),
    };
    page.lines().filter(|line| !line.contains("css/theme.css") && !line.contains("name=\"theme-color\"")).collect::<Vec<_>>().join("\n")
}
