import org.apache.maven.plugin.internal.DefaultLegacySupport
import org.slf4j.LoggerFactory

def log = LoggerFactory.getLogger('dev.pgmigrate')
new DefaultLegacySupport().session.request.data.remove('dev.pgmigrate.generate')().each { log.info('Wrote {}', it) }
