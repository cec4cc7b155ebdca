"""The one place that names the broker: PostgreSQL itself, or Redis or RabbitMQ by PLETH_BROKER_URL. It carries ids only and may be lost at any time."""

from typing import Any

import dramatiq
import psycopg
from dramatiq_postgres import PostgresBroker
from dramatiq_postgres.schema import init
from psycopg_pool import ConnectionPool

from workspace.config import Settings


class PooledBroker(PostgresBroker):  # type: ignore[misc]
    """Closes the pool that was made for it."""

    def close(self) -> None:
        super().close()
        self.pool.close()


def broker(settings: Settings) -> dramatiq.Broker:
    scheme = settings.broker_url.partition(":")[0]
    if scheme in ("redis", "rediss"):
        from dramatiq.brokers.redis import RedisBroker

        redis: dramatiq.Broker = RedisBroker(url=settings.broker_url)  # type: ignore[no-untyped-call]
        return redis
    if scheme in ("amqp", "amqps"):
        from dramatiq.brokers.rabbitmq import RabbitmqBroker

        return RabbitmqBroker(url=settings.broker_url)
    url = settings.broker_url or settings.database_url
    with psycopg.connect(url) as db, db.cursor() as cursor:
        init(cursor)
    return PooledBroker(pool=_pool(url), results=False, poll_interval=0.5, heartbeat_interval=5.0, heartbeat_ttl=20.0, maintenance_interval=10.0)


def _pool(url: str) -> ConnectionPool[Any]:
    kwargs = {"application_name": "pleth broker"}
    return ConnectionPool(url, kwargs=kwargs, min_size=1, max_size=16, check=ConnectionPool.check_connection, open=True)
