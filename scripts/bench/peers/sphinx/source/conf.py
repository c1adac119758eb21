project = "Edition"
extensions = []
templates_path = ["_templates"]
# All pages in the sidebar of all pages would grow with the square of the edition.
html_sidebars = {"**": ["about.html", "searchbox.html"]}
html_show_sourcelink = False
html_copy_source = False


def collect(app, doctree):
    """Notes the terms that a page names."""
    links = doctree.findall(lambda node: node.tagname == "pending_xref" and node["reftype"] == "doc")
    names = {link["reftarget"] for link in links}
    app.env.metadata[app.env.docname]["terms"] = sorted(name[1:] for name in names if name.startswith("/glossary/"))


def mentions(app, pagename, templatename, context, doctree):
    """Gives the template of a term the statements that name it."""
    if not hasattr(app, "mentions"):
        app.mentions = {}
        for name, metadata in sorted(app.env.metadata.items()):
            for term in metadata.get("terms", []) if name.startswith("statements/") else []:
                app.mentions.setdefault(term, []).append((name, app.env.titles[name].astext()))
    context["mentions"] = app.mentions.get(pagename, [])


def setup(app):
    app.connect("doctree-read", collect)
    # Who names a term may have changed while its own text did not.
    app.connect("env-updated", lambda app, env: [name for name in env.all_docs if name.startswith("glossary/")])
    app.connect("html-page-context", mentions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
