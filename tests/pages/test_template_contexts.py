"""Each template uses exactly the names that its context dataclass has."""

from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import meta

from generator.prose.environment import page_environment
from tests.support.template_contexts import CONTEXTS


@pytest.mark.parametrize("template", CONTEXTS)
def test_template_uses_exactly_the_fields_of_its_context(template: str) -> None:
    environment = page_environment()
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, template)
    names = meta.find_undeclared_variables(environment.parse(source))
    assert names == {field.name for field in fields(CONTEXTS[template])}


def test_every_page_template_has_a_context() -> None:
    templates = {name for name in page_environment().list_templates() if name.startswith("pages/")}
    assert templates == {template for template in CONTEXTS if template.startswith("pages/")}
