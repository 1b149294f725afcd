//! Inputs that have made Markdown parsers slow, each of 200 kB: none may take more than 5 seconds of processor time without optimisation.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use super::*;

const SIZE: usize = 200_000;

fn fill(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

fn halves(first: &str, middle: &str, second: &str) -> String {
    first.repeat(SIZE / 2 / first.len()) + middle + &second.repeat(SIZE / 2 / second.len())
}

#[test]
fn repeated_units_take_linear_time() {
    let units = [
        "[",
        "]",
        "[]",
        "[a](b",
        "[a](<b",
        "[ (](",
        "![[](",
        "[[",
        "[[a",
        "[[a|",
        "a[[|",
        "[[| ",
        "![[",
        "]]",
        "[[a]]",
        "[[]]",
        "[@",
        "[@a",
        "[@a;",
        "[@a]",
        "*",
        "*a ",
        "_a",
        "a_",
        "**a",
        "a**",
        "*a_ ",
        "***",
        "中*",
        "。**",
        "\\*",
        "a***b",
        "~",
        "~~a",
        "`",
        "``\\",
        "`a``",
        "<",
        "<a",
        "<!A",
        "a <!A",
        "<![CDATA[",
        "a <![CDATA[",
        "<?",
        "a <?",
        "<!--",
        "</",
        "<a b=\"",
        "<>",
        "&",
        "&#",
        "\\",
        "\0",
        "|",
        "|a",
        "a|\n",
        "| a |\n|-|\n",
        "|-|\n",
        "[^",
        "[^a",
        "[^a]",
        "[^a]:",
        "[^a]: b\n",
        "[^\n",
        "\n[^",
        "[^a]\n",
        "a\n[^",
        "[^a\n[^b]",
        "<a [^\n",
        "- [^\n",
        "> [^\n",
        "[^a]: > ",
        "    [^a]:\n",
        "[a]: b\n",
        "[a]:\n",
        "[a]: <b\n",
        "[a]: b 'c\n",
        "> ",
        ">",
        "> a\n",
        "- ",
        "- a\n",
        "* ",
        "1. ",
        "1) a\n\n",
        "#",
        "# a\n",
        "a\n=\n",
        "```\n",
        "```\r",
        "~~~\r\n",
        "``` a\n",
        "\t",
        " ",
        "\n",
        "\r",
        "\r\n",
        "a  \n",
        "\\\n",
        "{{",
        "http://",
        "<http://a",
        "www.",
        "a@b.",
        "【**",
        "中**。**",
        "**。",
        "é",
        "\u{1F600}",
        "[x](y)",
        "![x](y)",
        "![",
        "![a](b)![",
        "<div>\n",
        "<pre>",
        "<div>\n\n",
        "</div>",
        "[^1]: a\n    b\n",
    ];
    for unit in units {
        check(unit, &fill(unit));
    }
}

#[test]
fn two_halves_take_linear_time() {
    let pairs = [
        ("[", "a", "]"),
        ("[[", "a", "]]"),
        ("*a **a ", "b", " a** a*"),
        ("![", "a", "](b)"),
        ("[a", "", "](b)"),
        ("- ", "a", "\n"),
        ("> ", "a", "\n>"),
        ("- ", "", "|-|\n"),
        ("[^a]: ", "x", "\n"),
        ("* ", "\n", "    a\n"),
        ("`", " ", "``"),
        ("<", "", ">"),
        ("(", "[a](", ")"),
        ("|", "\n|-|\n", "|"),
        ("a|", "\n", "-|"),
        ("[^a]", "\n\n[^a]: ", "[^a]"),
        ("[a] ", "\n\n[a]: ", "x"),
        ("\t", "- ", "\n"),
        ("# a\n", "", "# a-2\n"),
        ("[@a; ", "]", "]"),
        ("![[a|", "", "]]"),
        ("[^a", "", "]"),
        ("*", "a", "*"),
        ("**", "中", "*"),
        ("_", "a", "_"),
        ("~", "a", "~"),
        ("\\", "[@", "\\"),
        ("a`", "", "\\["),
    ];
    for (first, middle, second) in pairs {
        check(first, &halves(first, middle, second));
    }
}

#[test]
fn many_different_names_take_linear_time() {
    let count = SIZE / 30;
    check("notes", &(0..count).map(|n| format!("[^{n}] [^{n}]\n\n[^{n}]: a\n\n")).collect::<String>());
    check("unused notes", &(0..count).map(|n| format!("[^{n}]: a [^{}]\n\n", n + 1)).collect::<String>());
    check("undefined notes", &(0..count).map(|n| format!("a [^{n}]\n\n")).collect::<String>());
    check("references", &(0..count).map(|n| format!("[{n}] [{n}]\n\n[{n}]: a\n\n")).collect::<String>());
    check("headings", &(0..count).map(|n| format!("# a\n\n# a {n}\n\n")).collect::<String>());
    check("backticks", &(0..600).map(|n| format!("a{} ", "`".repeat(n))).collect::<String>());
    check("stairs", &((0..90).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect::<String>() + &"\n".repeat(SIZE)));
    check("wide table", &format!("{}\n{}\n{}", "a|".repeat(30_000), "-|".repeat(30_000), "a\n".repeat(20_000)));
}

fn check(name: &str, text: &str) {
    let start = processor_time();
    let body = read(text);
    let elapsed = processor_time() - start;
    assert!(elapsed < Duration::from_secs(5), "{name:?}: {elapsed:?}");
    assert!(show(&body.pieces).len() <= text.len() * 25 + 80_000, "{name:?}");
}

/// What this thread has used: a busy machine makes it wait, and does not make it slow.
fn processor_time() -> Duration {
    let used = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(used.tv_sec.unsigned_abs(), u32::try_from(used.tv_nsec).unwrap())
}
