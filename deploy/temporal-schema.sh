#!/bin/sh
# Brings Temporal's two databases to the schema this image carries. Safe to run again: what is there stays.
# The connection comes from SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD.
set -eu

versions=/etc/temporal/schema/postgresql/v12

bring_up() {
    database=$1
    schema=$2
    echo "Database $database: create, then upgrade to the newest schema under $schema"
    temporal-sql-tool --db "$database" create
    temporal-sql-tool --db "$database" setup-schema -v 0.0
    temporal-sql-tool --db "$database" update-schema -d "$schema"
}

bring_up temporal "$versions/temporal/versioned"
bring_up temporal_visibility "$versions/visibility/versioned"
echo "Both databases are ready"
