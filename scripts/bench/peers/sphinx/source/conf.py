project = "Edition"
extensions = []
templates_path = ["_templates"]
# All pages in the sidebar of all pages would grow with the square of the edition.
html_sidebars = {"**": ["about.html", "searchfield.html"]}
html_show_sourcelink = False
html_copy_source = False


def collect(app, doctree):
    """Notes the terms that a page names."""
    names = {node["reftarget"] for node in doctree.findall(lambda node: node.tagname == "pending_xref" and node["reftype"] == "doc")}
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
    app.connect("html-page-context", mentions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
