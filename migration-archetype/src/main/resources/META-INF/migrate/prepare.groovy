// Runs from archetype-resources/pom.xml, which Maven Archetype fills before it does anything else: the only moment
// at which a wrong request can be refused with nothing written.
//
// A partial archetype always merges its pom.xml into the project's, and writes that anew: another layout with
// Maven 3, an empty file with Maven 4. So the bytes are kept here, and archetype-post-generate.groovy puts them back.

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.LocalDateTime
import java.time.ZoneOffset
import org.apache.maven.plugin.internal.DefaultLegacySupport
import org.slf4j.LoggerFactory

def session = new DefaultLegacySupport().session
def project = session.currentProject
def typed = { String key -> session.userProperties.getProperty(key) }
boolean inside = artifactId == '.'

Path folder = Path.of((typed('outputDirectory') ?: project?.basedir ?: session.request.baseDirectory).toString())
Path base = folder.resolve(artifactId).normalize()
Path pom = folder.resolve('pom.xml')
// Of a new project, the folder and an empty pom.xml are there by now: this file is what fills it.
def opened = base.resolve('pom.xml').toFile()
boolean empty = !inside && base.toFile().list()?.toList() == ['pom.xml'] && opened.length() == 0
// A repository of something else keeps its root: only the pom gets the new folder, and the migrations lie where they do.
boolean beside = !inside && !Files.exists(pom) &&
        ['package.json', 'deno.json', 'supabase'].any { Files.exists(folder.resolve(it)) }

def refuse = { String sentence ->
    if (empty) {
        opened.delete()
        base.toFile().delete()
    }
    // Velocity wraps what is thrown in words about templates: the sentence also stands alone.
    LoggerFactory.getLogger('dev.pgmigrate').error(sentence)
    throw new IllegalStateException(sentence)
}

if (session.projects.size() > 1) {
    refuse("Nothing was written: this build has ${session.projects.size()} modules, and a migration belongs to one. " +
            "Choose it with -pl, start in its folder, or use -N for the one in this folder.")
}
if (Files.exists(pom) && session.systemProperties.getProperty('maven.version', '').startsWith('4')) {
    refuse('Nothing was written: with Maven 4, maven-archetype-plugin would empty pom.xml. ' +
            'Use the plugin\'s own goal, mvn migrate:new -Dname=' + name + ', or run this with Maven 3.')
}
if (inside && name == '.') {
    refuse('Nothing was written: say what the migration does, -Dname=add_email_to_users.')
}
if (!inside && !(artifactId ==~ /[A-Za-z0-9][A-Za-z0-9_.-]*/)) {
    refuse("Nothing was written: -DartifactId=$artifactId cannot be used: it becomes the name of a folder, " +
            'letters and digits joined by -, _ or a dot.')
}
if (!inside && Files.exists(base) && !empty) {
    refuse("Nothing was written: $base exists already. Leave -DartifactId out and start in that folder to add a " +
            'migration to it.')
}

// What a person typed, else what the project says about the plugin.
def settings = project?.getPlugin('dev.pgmigrate:migration-maven-plugin')?.configuration
def setting = { String key, String otherwise ->
    typed('migrate.' + key) ?: project?.properties?.getProperty('migrate.' + key) ?:
            settings?.getChild(key)?.value ?: otherwise
}
List<Path> locations = (setting('locations', null)?.split(',')?.toList() ?:
        settings?.getChild('locations')?.children*.value ?: []).collect { Path.of(it.trim()) }
String rollback = setting('rollbackLocation', null)
def given = ['table', 'column', 'to', 'type', 'object', 'value', 'references', 'role', 'condition'].collectEntries { [it, typed(it)] }
        .findAll { it.value != null }

// The archetype's own classes are those of the thread's loader, not the script's.
def loaded = { String name -> Thread.currentThread().contextClassLoader.loadClass('dev.pgmigrate.' + name) }
def type = { String simpleName -> loaded('scaffold.' + simpleName) }
def starter = type('New')
def known = Files.exists(folder.resolve('supabase/config.toml')) ?
        type('Known').newInstance(Enum.valueOf(loaded('template.Execution'), 'BATCH'), [:], [] as Set) :
        type('Known').getField('NOTHING').get(null)
def request = type('New$Request').newInstance(
        beside ? folder : base, locations, rollback ? Path.of(rollback) : null,
        base.resolve(setting('templates', 'src/migrate/templates')),
        name, kind, given, setting('flavour', 'auto'), setting('postgresVersion', '14').tokenize('.')[0] as int, known,
        LocalDateTime.now(ZoneOffset.UTC))
try {
    starter.check(request)
} catch (RuntimeException refused) {
    refuse('Nothing was written: ' + refused.message)
}

def restore = {}
if (Files.exists(pom)) {
    byte[] bytes = Files.readAllBytes(pom)
    FileTime time = Files.getLastModifiedTime(pom)
    long started = System.currentTimeMillis()
    def putBack = {
        if (!Arrays.equals(bytes, Files.readAllBytes(pom))) {
            Files.write(pom, bytes)
            Files.setLastModifiedTime(pom, time)
        }
    }
    // For an interrupted run. In a Maven daemon it may come much later: then the change is somebody's, not ours.
    def interrupted = new Thread({
        if (Files.getLastModifiedTime(pom).toMillis() < started + 10_000) {
            putBack()
        }
    })
    Runtime.runtime.addShutdownHook(interrupted)
    restore = {
        putBack()
        Runtime.runtime.removeShutdownHook(interrupted)
    }
}

session.request.data['dev.pgmigrate.generate'] = {
    restore()
    List<String> paths = starter.run(request).paths()
    if (inside) {
        return paths
    }
    def values = [groupId: groupId, artifactId: artifactId, version: version]
    if (beside) {
        values.location = Path.of(paths[0]).parent.toString().replace('\\', '/')
        values.settings = (Files.exists(folder.resolve('supabase')) ? '          <flavour>supabase</flavour>\n' : '') +
                (Files.exists(folder.resolve('supabase/config.toml')) ? '          <runner>supabase</runner>\n' : '')
    }
    def loader = Thread.currentThread().contextClassLoader
    (beside ? ['pom.xml', 'README.md'] : ['pom.xml', 'README.md', '.mvn/jvm.config']).each { file ->
        String text = loader.getResource("META-INF/migrate/${beside ? 'beside' : 'project'}/$file").getText('UTF-8')
        values.each { key, value -> text = text.replace('${' + key + '}', value) }
        Path target = base.resolve(file)
        Files.createDirectories(target.parent)
        Files.writeString(target, text)
    }
    paths + (beside ? [artifactId + '/pom.xml', artifactId + '/README.md'] : [])
}
'ready'
