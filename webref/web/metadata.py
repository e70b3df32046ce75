"""schema.org metadata of a page, as a data block of its head."""

from webref.content.site import Page, Site


def metadata(site: Site, page: Page) -> dict[str, object]:
    """What a page is, for machines: a MedicalWebPage about the pack's Drug, for clinicians."""
    drug: dict[str, object] = {"@type": "Drug", "name": site.pack.title}
    if page.id == "home":
        drug["description"] = site.pack.summary
    return {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": page.title,
        "description": page.summary,
        "inLanguage": site.pack.language,
        "about": drug,
        "audience": {"@type": "MedicalAudience", "audienceType": "Clinician"},
    }
