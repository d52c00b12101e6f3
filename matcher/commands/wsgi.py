"""For gunicorn and other WSGI servers: `gunicorn 'matcher.commands.wsgi:application()'`.

Background work is left to `matcher worker`, of which any number may run beside it.
"""

from flask import Flask

from matcher.app import create_app
from matcher.commands.places import Place
from matcher.foundation import garbage, logs


def application() -> Flask:
    """Build the application from the settings in the environment."""
    logs.configure()
    app = create_app(Place().settings())
    garbage.settle()
    return app
